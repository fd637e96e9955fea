/** The page in the preview: shows the element that the configurator tells it to show. */
import { newBackEnd } from './pretend.js';

const stage = document.querySelector('main');
const root = document.documentElement;

/** Set by the preview itself: it asks nobody but the back end inside it. */
const own = ['endpoint', 'src'];

let shown = '';
let backEnd = '';

/** Links of a configuration may come from anyone's address; only those of the web are tried here. */
function isHarmless(name, value) {
  if (name !== 'archive-href') return true;
  return /^https?:$/.test(new URL(value, location.href).protocol);
}

function setAttributes(element, options) {
  const wanted = Object.entries(options).filter(
    ([name, value]) => value && !own.includes(name) && isHarmless(name, value),
  );
  const names = wanted.map(([name]) => name);
  for (const name of element.getAttributeNames()) {
    if (!names.includes(name) && !own.includes(name)) element.removeAttribute(name);
  }
  for (const [name, value] of wanted) {
    const text = value === true ? '' : value;
    if (element.getAttribute(name) !== text) element.setAttribute(name, text);
  }
}

function setSource(element, { endpoint, src, item = '' }) {
  const kind = element.localName === 'riac-star-rating' ? 'rating' : 'poll';
  const readOnly = `${backEnd}/${kind}s/${encodeURIComponent(item || 'sample')}`;
  const wanted = { endpoint: endpoint && backEnd, src: src && !endpoint && readOnly };
  for (const [name, value] of Object.entries(wanted)) {
    if (!value) element.removeAttribute(name);
    else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
}

function setProperties(target, values) {
  for (const name of [...target.style]) if (!values[name]) target.style.removeProperty(name);
  for (const [name, value] of Object.entries(values)) target.style.setProperty(name, value);
}

/** Takes the place of the former element; seen when it has something to show, so that nothing jumps. */
function enter(element, { endpoint, src, counts, archive }) {
  stage.className = 'coming';
  const show = () => {
    if (element.parentNode === stage) stage.className = '';
  };
  // Two frames: the element draws what it has got in the first.
  const arrived = () => requestAnimationFrame(() => requestAnimationFrame(show));
  const isShare = element.localName === 'riac-share-bar';
  const waits = (endpoint || src) && !archive && (counts || !isShare);
  if (waits)
    for (const name of ['riac-load', 'riac-error']) element.addEventListener(name, arrived);
  else arrived();
  stage.replaceChildren(element);
}

function show({ tag, options, styles, view, lang, site }) {
  root.lang = lang;
  root.dir = view.dir;
  root.className = view.scheme;
  const page = ['paper-light', 'paper-dark', 'ink-light', 'ink-dark'].filter((name) => view[name]);
  setProperties(root, Object.fromEntries(page.map((name) => [`--${name}`, view[name]])));
  // Another back end, or another number of stars, is another beginning.
  const beginning = [tag, view.scene, options.max, options.archive].join(' ');
  if (beginning !== shown) backEnd = newBackEnd(view.scene, Number(options.max) || 5, site);
  const element = beginning === shown ? stage.firstElementChild : document.createElement(tag);
  shown = beginning;
  setAttributes(element, options);
  setSource(element, options);
  setProperties(element, styles);
  if (element.parentNode !== stage) enter(element, options);
}

addEventListener('message', ({ data, source, origin }) => {
  if (origin === location.origin && source === parent) show(data);
});

parent.postMessage('preview-ready', location.origin);
