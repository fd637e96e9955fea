import { interleave } from './measure.mjs';
import { kitModule, openStage } from './stage.mjs';

const kinds = ['star-rating', 'share-bar', 'poll'];
const widgets = (count) =>
  Array.from({ length: count }, (_, index) => {
    const kind = kinds[index % kinds.length];
    const counts = kind === 'share-bar' ? ' counts' : '';
    return `<riac-${kind} item="i${index}"${counts}></riac-${kind}>`;
  }).join('\n');

/** As a page keeps room for what is to come: the optional styles, and a height for polls. */
const head = `<link rel="stylesheet" href="/riac-widgets.css">
  <style>riac-poll { min-block-size: 22em }</style>${kitModule}`;

const drawn = `[...document.body.children].every(({ shadowRoot }) =>
  shadowRoot?.querySelector('[part]'))`;

/** A visit of a page that holds `count` widgets, then a walk down to its end. */
async function visit(stage, count) {
  const { page, close } = await stage.open(head, widgets(count));
  const painted = await page.evaluate(`probe.painted(() => ${drawn})`);
  const first = stage.asked.length;
  await page.evaluate(`(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += innerHeight * 4) {
      scrollTo(0, y);
      await new Promise((done) => setTimeout(done, 100));
    }
  })()`);
  const { longest, shift } = await page.evaluate('probe');
  await close();
  return { painted, first, requests: stage.asked.length, longest, shift };
}

/** Milliseconds to make `count` widgets of each kind in turn, layout included, by widget. */
async function grow(stage, count) {
  const { page, close } = await stage.open(kitModule, '<main></main>');
  const perWidget = await page.evaluate(`(async () => {
    const main = document.querySelector('main');
    await Promise.all(${JSON.stringify(kinds)}.map((k) => customElements.whenDefined('riac-' + k)));
    const started = performance.now();
    main.innerHTML = ${JSON.stringify(widgets(count))};
    await Promise.all([...main.children].map((widget) => widget.updateComplete));
    main.offsetHeight;
    return (performance.now() - started) / ${count};
  })()`);
  await close();
  return { perWidget };
}

/** Whole pages of ours: what they ask for, how long they keep the page busy, whether they shift. */
export async function measurePages(rounds) {
  const stage = await openStage();
  try {
    const pages = Object.fromEntries(
      [1, 20, 200].map((count) => [`${count} widgets`, () => visit(stage, count)]),
    );
    const sizes = Object.fromEntries(
      [200, 2000].map((count) => [`${count} made`, () => grow(stage, count)]),
    );
    return { ...(await interleave(pages, rounds)), ...(await interleave(sizes, rounds)) };
  } finally {
    await stage.close();
  }
}
