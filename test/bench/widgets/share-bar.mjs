import { bundle } from './bundles.mjs';
import { heap, interleave } from './measure.mjs';
import { kitModule, module, openStage } from './stage.mjs';

const count = 200;

/** Both make the same seven entries. `one` stands in the page from the start; `make` fills a fragment, `change` gives every bar a new URL. */
const bars = {
  'riac-share-bar': {
    head: kitModule,
    one: `<riac-share-bar></riac-share-bar>`,
    ready: `document.querySelector('riac-share-bar').shadowRoot?.childElementCount`,
    make: `const bar = document.createElement('riac-share-bar');
      bar.setAttribute('networks', 'x telegram vk linkedin email copy print');
      bar.setAttribute('url', 'https://news.example/a');
      fragment.append(bar);`,
    done: `await Promise.all([...stage.children].map((bar) => bar.updateComplete));`,
    change: `for (const bar of stage.children) bar.setAttribute('url', url);`,
  },
  Shareon: {
    head: module('shareon'),
    one: `<div class="shareon"><a class="telegram"></a></div>
      <script type="module">initShareon()</script>`,
    ready: `document.querySelector('.shareon a[href]')`,
    make: `const bar = document.createElement('div');
      bar.className = 'shareon';
      bar.dataset.url = 'https://news.example/a';
      for (const name of ['twitter', 'telegram', 'vkontakte', 'linkedin', 'email', 'copy-url', 'print'])
        bar.append(Object.assign(document.createElement('a'), { className: name }));
      fragment.append(bar);`,
    done: `initShareon();`,
    change: `for (const bar of stage.children) bar.dataset.url = url;`,
  },
};

const script = ({ make, done, change }) => `(async () => {
  const stage = document.querySelector('#stage');
  const finish = async () => { ${done} stage.offsetHeight; };
  const started = performance.now();
  const fragment = document.createDocumentFragment();
  for (let index = 0; index < ${count}; index++) { ${make} }
  stage.append(fragment);
  await finish();
  const made = performance.now();
  const url = 'https://news.example/b';
  ${change}
  await finish();
  return { create: made - started, update: performance.now() - made };
})()`;

/** From the start of a visit until its one bar is painted. */
async function firstPaint(stage, { head, one, ready }) {
  const { page, close } = await stage.open(head, one);
  const painted = await page.evaluate(`probe.painted(() => ${ready})`);
  await close();
  return painted;
}

async function visit(stage, bar) {
  const painted = await firstPaint(stage, bar);
  const { page, session, close } = await stage.open(bar.head, '<div id="stage"></div>');
  const before = await heap(session);
  const times = await page.evaluate(script(bar));
  const after = await heap(session);
  const elements = await page.evaluate(`probe.nodes(document.querySelector('#stage'))`);
  const { longest, shift } = await page.evaluate('probe');
  await close();
  const each = { heap: (after - before) / count, elements: elements / count };
  return { ...times, ...each, painted, longest, shift };
}

/** 200 bars of seven networks made and changed, ours and Shareon's. Heap and elements are per bar. */
export async function measureShareBars(rivals, rounds) {
  const stage = await openStage({ shareon: await bundle('Shareon', rivals) });
  try {
    const measurements = Object.entries(bars).map(([name, bar]) => [name, () => visit(stage, bar)]);
    return await interleave(Object.fromEntries(measurements), rounds);
  } finally {
    await stage.close();
  }
}
