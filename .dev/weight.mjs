/**
 * Where the bytes of the bundle are: what it would weigh less, in brotli, without each source file.
 * The shares add up to more than the whole, since files lend each other words.
 */
import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

const bundle = new URL('../dist/riac-widgets.js', import.meta.url);
const weigh = (pieces) => brotliCompressSync(pieces.map(({ text }) => text).join('')).length;

/** The bundle cut where the source changes: `[{ source, text }]`. */
function readPieces() {
  const map = new SourceMap(JSON.parse(readFileSync(new URL(`${bundle}.map`), 'utf8')));
  const pieces = [];
  readFileSync(bundle, 'utf8')
    .split('\n')
    .forEach((text, line) => {
      for (let column = 0; column < text.length; column += 1) {
        const source = map.findEntry(line, column).originalSource ?? 'banner';
        const last = pieces.at(-1);
        if (last?.source === source) last.text += text[column];
        else pieces.push({ source, text: text[column] });
      }
    });
  return pieces;
}

const shortName = (source) => source.replace(/^.*\/(?=src\/)|^.*node_modules\//, '');
const partOf = (source) =>
  /node_modules/.test(source) ? 'Lit' : (/src\/([^/]+)\//.exec(source)?.[1] ?? 'entry');

/** The path of a read and of a vote: what the core is besides words, styles and carriers. */
const onThePath = /src\/data\/|src\/element\/(debug|live|visibility)\.ts$/;

/** @returns rows `{ part, name, raw, brotli }`, one a source file and one a part of the kit. */
export function weighSources() {
  const pieces = readPieces();
  const whole = weigh(pieces);
  const rowsBy = (key) =>
    [...new Set(pieces.map(({ source }) => key(source)))].map((name) => {
      const inside = pieces.filter(({ source }) => key(source) === name);
      const others = pieces.filter(({ source }) => key(source) !== name);
      const raw = inside.reduce((sum, { text }) => sum + text.length, 0);
      return { name, part: partOf(inside[0].source), raw, brotli: whole - weigh(others) };
    });
  const path = rowsBy((source) => onThePath.test(source)).find(({ name }) => name);
  return { files: rowsBy(shortName), parts: rowsBy(partOf), path };
}

function print() {
  const { files, parts, path } = weighSources();
  const heaviest = (rows) => rows.toSorted((a, b) => b.brotli - a.brotli);
  const line = ({ name, raw, brotli }, indent) =>
    `${String(brotli).padStart(6)} B ${'█'.repeat(Math.ceil(brotli / 100)).padEnd(indent ? 28 : 0)} ${name} (${raw} B raw)`;
  for (const part of heaviest(parts)) {
    console.log(`\n${line(part)}`);
    const inside = files.filter((file) => file.part === part.name);
    for (const file of heaviest(inside)) console.log(`  ${line(file, true)}`);
  }
  console.log(`\n${path.brotli} B are the path of reads and votes (${path.raw} B raw)`);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) print();
