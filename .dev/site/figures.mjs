/** Sizes and checksum of the built bundle, for the pages. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Returns version, sizes in bytes and checksum of the bundle, or `undefined` before the first build. */
export function readFigures(root) {
  const file = join(root, 'dist', 'riac-widgets.js');
  if (!existsSync(file)) return undefined;
  const bytes = readFileSync(file);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return {
    version,
    raw: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes, { params }).length,
    integrity: `sha384-${createHash('sha384').update(bytes).digest('base64')}`,
  };
}

const kilobytes = (bytes, lang) =>
  new Intl.NumberFormat(lang, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(
    bytes / 1000,
  );

/** Replaces `<!-- weight:brotli -->` with kilobytes such as `29.9`. Throws if the bundle is not built. */
export const withFigures = (html, lang, figures) =>
  html.replace(/<!-- weight:(raw|gzip|brotli) -->/g, (_all, name) => {
    if (!figures) throw new Error('The bundle is not built: run npm run build.');
    return kilobytes(figures[name], lang);
  });
