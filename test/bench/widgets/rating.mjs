/**
 * 200 ratings made and changed, beside others: part of `npm run bench`, and alone
 * `node test/bench/widgets/rating.mjs [rounds]` after `npm run build`.
 */
import { fileURLToPath } from 'node:url';
import { bundle } from './bundles.mjs';
import { count, visit, widgetTitles } from './many.mjs';
import { interleave } from './measure.mjs';
import { table } from './report.mjs';
import { installRivals } from './rivals.mjs';
import { kitModule, module, openStage } from './stage.mjs';

/** One on a page, from the start. The bare element has none: a script that measures makes it. */
const alone = (tag) => ({
  one: `<${tag}></${tag}>`,
  ready: `document.querySelector('${tag}').shadowRoot?.childElementCount`,
});

/** `prepare` runs before the clock starts; `change` follows the creation. */
const ratings = {
  'riac-star-rating': { head: kitModule, tag: 'riac-star-rating', ...alone('riac-star-rating') },
  Shoelace: { head: module('shoelace'), tag: 'sl-rating', ...alone('sl-rating') },
  'Web Awesome': { head: module('webawesome'), tag: 'wa-rating', ...alone('wa-rating') },
  // The least that an element of ours can cost: the tree that ours has drawn, cloned, with its styles.
  'Bare element': {
    head: kitModule,
    tag: 'bare-rating',
    prepare: `const model = document.createElement('riac-star-rating');
      model.value = 3;
      document.body.append(model);
      await model.updateComplete;
      const template = document.createElement('template');
      template.innerHTML = model.shadowRoot.innerHTML;
      const sheets = [...model.shadowRoot.adoptedStyleSheets];
      model.remove();
      customElements.define('bare-rating', class extends HTMLElement {
        connectedCallback() {
          const root = this.attachShadow({ mode: 'open' });
          root.adoptedStyleSheets = sheets;
          root.append(template.content.cloneNode(true));
        }
        set value(value) {
          if (!this.shadowRoot) return;
          const stars = this.shadowRoot.querySelectorAll('.star');
          for (const [index, star] of stars.entries()) {
            star.setAttribute('aria-checked', String(index + 1 === value));
            star.style.setProperty('--_fill', index < value ? '1' : '0');
          }
        }
      });`,
  },
};

const script = ({ tag, prepare = '' }) => `(async () => {
  // Each is a control that a page sets: no server takes part.
  document.body.removeAttribute('data-riac-endpoint');
  await customElements.whenDefined('${tag === 'bare-rating' ? 'riac-star-rating' : tag}');
  ${prepare}
  const stage = document.querySelector('#stage');
  const finish = async () => {
    await Promise.all([...stage.children].map((rating) => rating.updateComplete));
    stage.offsetHeight;
  };
  const started = performance.now();
  const fragment = document.createDocumentFragment();
  for (let index = 0; index < ${count}; index++) {
    const rating = document.createElement('${tag}');
    rating.value = 3;
    fragment.append(rating);
  }
  stage.append(fragment);
  await finish();
  const made = performance.now();
  for (const rating of stage.children) rating.value = 4;
  await finish();
  return { create: made - started, update: performance.now() - made };
})()`;

/** Times in milliseconds for all 200; heap and elements are per rating. */
export async function measureRatings(rivals, rounds) {
  const stage = await openStage({
    shoelace: await bundle('Shoelace rating', rivals),
    webawesome: await bundle('Web Awesome rating', rivals),
  });
  try {
    const visits = Object.entries(ratings).map(([name, one]) => [
      name,
      () => visit(stage, one, script(one)),
    ]);
    return await interleave(Object.fromEntries(visits), rounds);
  } finally {
    await stage.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const results = await measureRatings(await installRivals(), Number(process.argv[2] ?? 9));
  console.log(table(results, widgetTitles));
  const [ours, shoelace, bare] = ['riac-star-rating', 'Shoelace', 'Bare element'].map(
    (name) => results[name],
  );
  const ratio = (one, other) => (one / other).toFixed(2);
  console.log(
    `create: ${ratio(ours.create, shoelace.create)} × Shoelace (goal 0.6), ${ratio(ours.create, bare.create)} × bare (goal 2.0); update: ${ratio(ours.update, shoelace.update)} × Shoelace (goal 1.0)`,
  );
}
