/**
 * Starts a browser, on a machine that may be busy or read it from the disk for the first time.
 * Only the start is tried again; what runs in the browser afterwards never is.
 */
export async function startPatiently(name, start, tries = 3) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await start();
    } catch (cause) {
      if (attempt === tries) throw new Error(`${name} did not start in ${tries} tries`, { cause });
      console.warn(`${name} did not start (${cause.message}), trying again`);
    }
  }
}
