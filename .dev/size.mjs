/** Prints the weight of the bundle and fails when it is over the budget. */
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

// What a page may pay for the whole kit.
const budget = 33_000;
const target = 18_000;
const goal = 12_400;

const bytes = readFileSync(new URL('../dist/riac-widgets.js', import.meta.url));
const raw = bytes.length;
const gzip = gzipSync(bytes, { level: 9 }).length;
const brotli = brotliCompressSync(bytes, {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: raw },
}).length;

console.log(`dist/riac-widgets.js: ${raw} B raw, ${gzip} B gzip -9, ${brotli} B brotli -q 11`);
console.log(`budget ${budget} B brotli; target ${target} B, goal ${goal} B`);
if (brotli > budget) {
  console.error(`Too heavy by ${brotli - budget} B.`);
  process.exitCode = 1;
}
