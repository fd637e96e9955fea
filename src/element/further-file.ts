/**
 * Loads a module that few pages need, and calls `use` with it. If either fails, it writes a warning
 * to the console and leaves the page as it is.
 *
 * `load` must import the module by a literal path. The build then writes the module to a file of
 * its own beside the bundle, and the bundlers of applications can split it off.
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
