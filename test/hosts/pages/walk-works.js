// Takes the widgets of a page through their states as a reader would, and tells the outer page.
// By the prototype: some pages hide members of the document.
const find = Document.prototype.querySelector.bind(document);
const widget = (id) => find(`#${id}`);
const inside = (id, selector) => [...widget(id).shadowRoot.querySelectorAll(selector)];
const words = (id) => widget(id).shadowRoot?.textContent.replace(/\s+/g, ' ').trim() ?? '';
const tell = (result) => parent.postMessage({ ...result, faults: [...globalThis.faults] }, '*');

async function until(condition, what) {
  // The outer test waits longer: what is missing is told before that.
  for (const end = performance.now() + 15_000; performance.now() < end;) {
    if (condition()) return;
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error(`waited in vain for ${what}`);
}

const press = (id, label) =>
  inside(id, 'button')
    .find((button) => button.textContent.trim() === label)
    .click();

async function says(id, text) {
  await until(() => words(id).includes(text), `"${text}" in ${id}`).catch((error) => {
    throw new Error(`${error.message}: ${words(id)}`);
  });
}

async function rate() {
  await says('rating', '(votes: 5, rating: 4)');
  inside('rating', '[role=radio]')[4].click();
  await says('rating', 'Thank you, your vote: 5');
  await says('rating', '(votes: 6, rating: 4.2)');
}

async function rateAgain() {
  await says('refused', '(votes: 5, rating: 4)');
  inside('refused', '[role=radio]')[1].click();
  await says('refused', 'Try again');
  press('refused', 'Try again');
  await says('refused', 'Thank you, your vote: 2');
}

async function share() {
  await until(() => inside('share', 'a[href]').length === 2, 'the links of the share bar');
  const hosts = inside('share', 'a[href]').map((link) => new URL(link.href).host);
  if (hosts.join(' ') !== 't.me vk.com') throw new Error(`links lead to ${hosts}`);
  const shared = inside('share', 'a[href]')[0].href;
  if (/%5Bobject/i.test(shared)) throw new Error(`shared as ${shared}`);
  inside('share', 'button')[0].click();
  await until(() => inside('share', '[role=status]')[0].textContent.trim(), 'what copying came to');
}

async function poll() {
  await says('poll', 'What should come first?');
  inside('poll', 'input[type=radio]')[1].click();
  press('poll', 'Vote');
  await says('poll', '31 (29%)');
  await says('poll', '109 voters');
}

async function read() {
  await says('closed', '33 (31%)');
  await says('missing', 'Nothing was found here.');
  await until(() => /debug|endpoint/i.test(words('debug')), 'the panel for developers');
  const carried = () => widget('carrier').querySelector('riac-poll')?.shadowRoot?.textContent ?? '';
  await until(() => carried().includes('33 (31%)'), 'the poll in the carrier');
}

/** Style sheets of the widgets apply: stars have a shape, bars a length. */
function look() {
  const [star] = inside('rating', '[part~=star]');
  const { clipPath } = getComputedStyle(star.firstElementChild);
  if (!clipPath.includes('polygon')) throw new Error(`a star is drawn as ${clipPath}`);
  const bar = inside('closed', '[part=bar]')[0];
  const length = parseFloat(getComputedStyle(bar, '::before').inlineSize);
  if (!(length > 10)) throw new Error(`a bar is ${length}px long`);
}

addEventListener('load', async () => {
  try {
    const { without } = find('html').dataset;
    const ways = { rate, rateAgain, share, poll, read };
    await Promise.all(Object.keys(ways).map((name) => name !== without && ways[name]()));
    look();
    tell({ came: 'works' });
  } catch (error) {
    tell({ came: String(error) });
  }
});
