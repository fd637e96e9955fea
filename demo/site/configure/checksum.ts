/** The checksum by which a browser knows the bundle. */

const inBase64 = (bytes: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(bytes)));

/**
 * The sha384 of the file that this server really sends. Pages without TLS cannot compute: there the
 * figure of the build stands in.
 * @param address - Address of the bundle.
 * @param built - What the build has measured, if anything.
 */
export async function checksumOf(
  address: string,
  built: string | undefined,
): Promise<string | undefined> {
  try {
    const answer = await fetch(address);
    if (!answer.ok) return built;
    const bytes = await answer.arrayBuffer();
    return `sha384-${inBase64(await crypto.subtle.digest('SHA-384', bytes))}`;
  } catch {
    return built;
  }
}
