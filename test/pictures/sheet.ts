import { show } from './show.js';
import type { Sheet } from './state.js';
import { pollSheet } from './states/poll.js';
import { ratingSheet } from './states/rating.js';
import { shareBarSheet } from './states/share-bar.js';

const query = new URLSearchParams(location.search);
const lang = query.get('lang') ?? 'en';

const sheets = new Map<string, Sheet>([
  ['rating', ratingSheet],
  ['share-bar', shareBarSheet],
  ['poll', pollSheet(lang)],
]);

function addCell(name: string): HTMLElement {
  const cell = document.createElement('figure');
  const caption = document.createElement('figcaption');
  caption.lang = 'en';
  caption.dir = 'ltr';
  caption.append(name);
  cell.append(caption);
  document.querySelector('main')?.append(cell);
  return cell;
}

const frame = () => new Promise((done) => requestAnimationFrame(done));

const sheet = sheets.get(query.get('widget') ?? '');
if (!sheet) throw new Error(`no sheet ${query.get('widget') ?? ''}`);
document.documentElement.lang = lang;
document.documentElement.dir = query.get('dir') ?? 'ltr';
document.body.style.setProperty('--column', `${sheet.column}px`);
// One after the other: the cell that holds the focus is the last.
for (const state of sheet.states) await show(addCell(state.name), state);
await document.fonts.ready;
await frame();
await frame();
document.querySelector('main')?.setAttribute('data-ready', '');
