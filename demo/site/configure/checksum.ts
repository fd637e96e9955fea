/** Computes the checksum of the bundle for the `integrity` attribute. */

const inBase64 = (bytes: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(bytes)));

/**
 * Returns the SHA-384 of the file that this server sends. Pages without TLS have no `crypto.subtle`, so
 * they use the checksum of the build.
 * @param address - Address of the bundle.
 * @param built - Checksum from the build, if there was one.
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
