import { bundle } from './bundles.mjs';
import { count, visit } from './many.mjs';
import { interleave } from './measure.mjs';
import { kitModule, module, openStage } from './stage.mjs';

/**
 * Both make the same seven entries. `one` stands in a page from the start; `make` fills a fragment,
 * `change` gives every bar a new URL.
 */
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

/** 200 bars of seven networks made and changed, ours and Shareon's. Heap and elements are per bar. */
export async function measureShareBars(rivals, rounds) {
  const stage = await openStage({ shareon: await bundle('Shareon', rivals) });
  try {
    const measurements = Object.entries(bars).map(([name, bar]) => [
      name,
      () => visit(stage, bar, script(bar)),
    ]);
    return await interleave(Object.fromEntries(measurements), rounds);
  } finally {
    await stage.close();
  }
}
