/** Draws where the bytes of the bundle are: a picture of areas, light and dark by the reader's wish. */
import { parse } from 'node:path';
import { hierarchy, treemap } from 'd3-hierarchy';
import { weighSources } from '../../../.dev/weight.mjs';

const [width, height, line] = [880, 560, 15];

const escaped = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const style = `
  text { font: 12px system-ui, sans-serif; fill: #1c1a17 }
  .part { font-weight: 600 }
  .part-box { fill: #efe9dd }
  .file { fill: #fdfcf9; stroke: #d8d2c5 }
  @media (prefers-color-scheme: dark) {
    text { fill: #ece8e0 }
    .part-box { fill: #2e2b26 }
    .file { fill: #171614; stroke: #3a3732 }
  }`;

const bytes = new Intl.NumberFormat('en');
/** A word that fits into its box, by the mean width of a letter; none where it cannot be read. */
function label(text, box, name = '', y = box.y0 + line - 3) {
  const room = Math.floor((box.x1 - box.x0 - 8) / 6.4);
  if (box.y1 - box.y0 < line || room < 4) return '';
  const shown = text.length <= room ? text : `${text.slice(0, room - 1)}…`;
  return `<text class="${name}" x="${box.x0 + 4}" y="${y}">${escaped(shown)}</text>`;
}

const rectangle = ({ x0, y0, x1, y1 }, name, title) =>
  `<rect class="${name}" x="${x0}" y="${y0}" width="${x1 - x0}" height="${y1 - y0}">` +
  `<title>${escaped(title)}</title></rect>`;

function drawPart(part) {
  const title = `${part.data.name}, ${bytes.format(part.value)} B`;
  const files = part.children.map((file) => {
    const { name } = parse(file.data.name);
    const shown = name.replace(`${part.data.name}-`, '');
    return (
      rectangle(file, 'file', `${file.data.name}, ${bytes.format(file.value)} B`) +
      label(shown, file)
    );
  });
  return rectangle(part, 'part-box', title) + label(title, part, 'part') + files.join('');
}

/** @returns an SVG picture; areas are bytes of the minified bundle before it is packed. */
export function drawTreemap() {
  const { files } = weighSources();
  const names = [...new Set(files.map(({ part }) => part))];
  const children = names.map((name) => ({
    name,
    children: files.filter(({ part }) => part === name),
  }));
  const root = hierarchy({ children })
    .sum(({ raw = 0 }) => raw)
    .sort((a, b) => b.value - a.value);
  treemap()
    .size([width, height])
    .paddingInner(2)
    .paddingTop(({ depth }) => (depth ? line : 0))
    .round(true)(root);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><style>${style}</style>${root.children.map(drawPart).join('\n')}</svg>\n`;
}
