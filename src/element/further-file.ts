/**
 * Fetches what few pages need, and uses it. Where it cannot be had the page stays as it is.
 *
 * `load` imports the module by a literal name: the build leaves it in a file of its own beside the
 * bundle, and the bundlers of applications find it and split it off.
 */
export async function withFurtherFile<Module>(
  load: () => Promise<Module>,
  use: (module: Module) => unknown,
): Promise<void> {
  try {
    await use(await load());
  } catch (error) {
    console.warn('riac-widgets: a further file could not be used', error);
  }
}
