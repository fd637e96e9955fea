import { render } from 'lit';
import { fakeEndpoint } from '../support/fake-endpoint.js';
import { until } from '../support/wait.js';
import type { PictureState, Sheet } from './state.js';
import { pollSheet } from './states/poll.js';
import { ratingSheet } from './states/rating.js';
import { shareBarSheet } from './states/share-bar.js';

const sheets = new Map<string, Sheet>([
  ['rating', ratingSheet],
  ['share-bar', shareBarSheet],
  ['poll', pollSheet],
]);

const isThere = (widget: HTMLElement) => !widget.matches(':state(loading)');

/** Puts one state on the page and brings it about. */
async function show(cell: HTMLElement, state: PictureState): Promise<void> {
  const { name, items, plans = [], markup, ready = isThere, act } = state;
  const api = await fakeEndpoint(items);
  for (const plan of plans) await api.plan(plan);
  const place = document.createElement('div');
  cell.append(place);
  render(markup(api.url), place);
  const widget = place.firstElementChild;
  if (!(widget instanceof HTMLElement)) throw new Error(`no widget in ${name}`);
  await (widget as HTMLElement & { updateComplete?: Promise<unknown> }).updateComplete;
  await until(() => ready(widget), `“${name}” to be there`);
  await act?.(widget, api);
}

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

const query = new URLSearchParams(location.search);
const sheet = sheets.get(query.get('widget') ?? '');
if (!sheet) throw new Error(`no sheet ${query.get('widget') ?? ''}`);
document.documentElement.lang = query.get('lang') ?? 'en';
document.documentElement.dir = query.get('dir') ?? 'ltr';
document.body.style.setProperty('--column', `${sheet.column}px`);
// One after the other: the cell that holds the focus is the last.
for (const state of sheet.states) await show(addCell(state.name), state);
await document.fonts.ready;
await frame();
await frame();
document.querySelector('main')?.setAttribute('data-ready', '');
