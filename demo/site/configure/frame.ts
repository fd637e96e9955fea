/** The page inside the preview's iframe. It shows the element that the configurator sends. */
import { type OptionValue, type PaperName, papers, schemes } from './configuration.js';
import { type Scene, ready } from './preview-message.js';
import { newBackEnd } from './pretend.js';

type Options = Scene['options'];

/** Attributes that the preview sets itself, so that the element asks only the back end in this page. */
const own = ['endpoint', 'src'];

/** False for a link that is not http(s). Anyone can write an address with a `javascript:` link in it. */
function isHarmless(name: string, value: OptionValue): boolean {
  if (name !== 'archive-href') return true;
  return /^https?:$/.test(new URL(String(value), location.href).protocol);
}

function setAttributes(element: Element, options: Options): void {
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

function setSource(element: Element, { endpoint, src, item }: Options, backEnd: string): void {
  const kind = element.localName === 'riac-star-rating' ? 'rating' : 'poll';
  const readOnly = `${backEnd}/${kind}s/${encodeURIComponent(item || 'sample')}`;
  const wanted = { endpoint: endpoint && backEnd, src: src && !endpoint && readOnly };
  for (const [name, value] of Object.entries(wanted)) {
    if (!value) element.removeAttribute(name);
    else if (element.getAttribute(name) !== value) element.setAttribute(name, String(value));
  }
}

function setProperties(
  { style }: HTMLElement,
  values: Readonly<Record<string, string | undefined>>,
): void {
  for (const name of [...style]) if (!values[name]) style.removeProperty(name);
  for (const [name, value] of Object.entries(values)) style.setProperty(name, value ?? '');
}

const paperNames = papers.flatMap((paper) =>
  schemes.map((scheme): PaperName => `${paper}-${scheme}`),
);

class Preview {
  readonly #stage: HTMLElement;
  /** The values that the present element was created for. Others need a new element. */
  #beginning = '';
  #backEnd = '';

  constructor(stage: HTMLElement) {
    this.#stage = stage;
  }

  /** Replaces the present element. The new one becomes visible when it has something to show. */
  #enter(element: HTMLElement, { endpoint, src, counts, archive }: Options): void {
    const stage = this.#stage;
    stage.className = 'coming';
    const show = () => {
      if (element.parentNode === stage) stage.className = '';
    };
    // Waits two frames, since the element draws its data in the first one.
    const arrived = () => requestAnimationFrame(() => requestAnimationFrame(show));
    const isShare = element.localName === 'riac-share-bar';
    const waits = (endpoint || src) && !archive && (counts || !isShare);
    if (waits)
      for (const name of ['riac-load', 'riac-error']) element.addEventListener(name, arrived);
    else arrived();
    stage.replaceChildren(element);
  }

  /** Returns the element of a scene. It is a new one for another back end or number of stars. */
  #elementFor({ tag, options, view, site }: Scene): HTMLElement {
    const beginning = [tag, view.scene, options['max'], options['archive']].join(' ');
    const former = this.#stage.firstElementChild;
    if (beginning === this.#beginning && former instanceof HTMLElement) return former;
    this.#beginning = beginning;
    this.#backEnd = newBackEnd(view.scene, Number(options['max']) || 5, site);
    return document.createElement(tag);
  }

  show(scene: Scene): void {
    const { options, styles, view, lang } = scene;
    const root = document.documentElement;
    root.lang = lang;
    root.dir = view.dir;
    root.className = view.scheme;
    const page = paperNames.filter((name) => view[name]);
    setProperties(root, Object.fromEntries(page.map((name) => [`--${name}`, view[name]])));
    const element = this.#elementFor(scene);
    setAttributes(element, options);
    setSource(element, options, this.#backEnd);
    setProperties(element, styles);
    if (element.parentNode !== this.#stage) this.#enter(element, options);
  }
}

const stage = document.querySelector('main');
if (stage) {
  const preview = new Preview(stage);
  addEventListener('message', ({ data, source, origin }: MessageEvent<Scene>) => {
    if (origin === location.origin && source === parent) preview.show(data);
  });
  parent.postMessage(ready, location.origin);
}
