/**
 * Fetches one of the files that stand beside the bundle, for what few pages need, and uses it. Where
 * it cannot be had the page stays as it is.
 */
export async function withFurtherFile<Module>(
  name: string,
  use: (module: Module) => unknown,
): Promise<void> {
  const file = new URL(`./riac-widgets-${name}.js`, import.meta.url).href;
  try {
    await use((await import(/* @vite-ignore */ file)) as Module);
  } catch (error) {
    console.warn(`riac-widgets: ${file} could not be used`, error);
  }
}
