/** Figures of the built bundle, for the pages that name them. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Weights in bytes, and what a page needs to check the file; `undefined` where nothing is built. */
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

/** Puts the figures where a page asks for them: `<!-- weight:brotli -->` becomes `29.9`. */
export const withFigures = (html, lang, figures) =>
  html.replace(/<!-- weight:(raw|gzip|brotli) -->/g, (_all, name) => {
    if (!figures) throw new Error('The bundle is not built: run npm run build.');
    return kilobytes(figures[name], lang);
  });
