/** The configurator page. The fragment of its address contains the whole configuration. */
import { readAddress, writeAddress } from './address.js';
import { checksumOf } from './checksum.js';
import type { Places } from './code.js';
import { codePanel } from './code-panel.js';
import { type Bench, type Configuration, newConfiguration } from './configuration.js';
import { button, choices, h } from './dom.js';
import { optionsForm } from './options-form.js';
import { preview } from './preview.js';
import type { Known, WidgetName } from './widgets.js';
import { t } from './words.js';

const addressOf = (file: string) => new URL(file, import.meta.url).href;

class Configurator {
  readonly #desk: HTMLElement;
  readonly #known: Known;
  /** The site's own endpoint, or `undefined` if it has none. */
  readonly #endpoint: string | undefined;
  #places: Places;
  #configuration: Configuration;
  #updateCode: () => void = () => undefined;
  /** The field that the reader writes in. All its letters together make one entry in the history. */
  #writing: unknown;

  constructor(desk: HTMLElement, known: Known, endpoint: string | undefined) {
    this.#desk = desk;
    this.#known = known;
    this.#endpoint = endpoint;
    this.#places = { script: addressOf('../riac-widgets.js'), bundle: known.bundle };
    this.#configuration = this.#read();
    desk.addEventListener('change', () => (this.#writing = undefined));
  }

  #read(): Configuration {
    return readAddress(location.hash, this.#known.widgets, this.#endpoint);
  }

  /**
   * Writes the configuration into the address.
   * @param field - The changed field. A new history entry begins when it differs from the last one.
   */
  #remember(field?: unknown): void {
    const address = writeAddress(this.#configuration, this.#endpoint);
    if (address === location.hash) return;
    if (!field || field === this.#writing) history.replaceState(null, '', address);
    else history.pushState(null, '', address);
    this.#writing = field;
  }

  #chooser(): HTMLElement {
    const options = this.#known.widgets.map(({ name }) => ({ value: name, label: t(name) }));
    const change = (name: WidgetName) => {
      const { view, tab } = this.#configuration;
      this.#configuration = { ...newConfiguration(name, this.#endpoint), view, tab };
      this.#remember('widget');
      this.#show();
      this.#focus(`.chooser [value=${name}]`);
    };
    const value = this.#configuration.widget;
    const element = choices({ legend: t('widget'), options, value, change });
    element.classList.add('chooser');
    return element;
  }

  #startOver(): void {
    this.#configuration = newConfiguration(this.#configuration.widget, this.#endpoint);
    this.#remember('reset');
    this.#show();
    this.#focus('.start-over');
  }

  #focus(selector: string): void {
    this.#desk.querySelector<HTMLElement>(selector)?.focus();
  }

  #optionsPanel(groups: HTMLElement[]): HTMLElement {
    return h(
      'section',
      { className: 'options', 'aria-labelledby': 'options-title' },
      h(
        'div',
        { className: 'options-head' },
        h('h2', { id: 'options-title' }, t('options')),
        button(t('reset'), () => this.#startOver(), 'button plain start-over'),
      ),
      groups,
    );
  }

  /** Renders the whole page again. */
  #show() {
    const configuration = this.#configuration;
    const widget = this.#known.widgets.find(({ name }) => name === configuration.widget);
    if (!widget) throw new Error(`There is no ${configuration.widget}.`);
    const bench: Bench = { widget, configuration, changed: () => this.#remember() };
    const code = codePanel(bench, () => this.#places);
    const page = addressOf('frame.html');
    const stage = preview(bench, { page, site: this.#endpoint });
    const changed = () => {
      code.update();
      stage.update();
      this.#remember(document.activeElement);
    };
    const form = optionsForm({ ...bench, changed }, this.#known.networks);
    this.#updateCode = code.update;
    this.#desk.replaceChildren(
      this.#chooser(),
      h(
        'div',
        { className: 'bench' },
        stage.element,
        this.#optionsPanel(form.elements),
        code.element,
      ),
      h('p', { className: 'quiet' }, t('share')),
    );
    return form;
  }

  /** Shows the configuration of the address. The focus stays on the same option. */
  restore(): void {
    const { activeElement: focused } = document;
    const { option, style, scheme } = focused instanceof HTMLElement ? focused.dataset : {};
    this.#configuration = this.#read();
    this.#writing = undefined;
    const form = this.#show();
    if (!option && !style) return;
    form.complete();
    const name = option
      ? `[data-option="${option}"]`
      : `[data-style="${style}"][data-scheme=${scheme}]`;
    const group = this.#desk.querySelector(name)?.closest('details.group');
    if (group instanceof HTMLDetailsElement) group.open = true;
    this.#focus(name);
  }

  /** Computes the checksum of the bundle that this server sends, and updates the code with it. */
  async check(): Promise<void> {
    const { script, bundle } = this.#places;
    const integrity = await checksumOf(script, bundle?.integrity);
    this.#places = { script, ...(integrity && { bundle: { integrity } }) };
    this.#updateCode();
  }
}

async function open(desk: HTMLElement): Promise<void> {
  const { riacEndpoint: site } = document.body.dataset;
  const known = (await (await fetch(addressOf('options.json'))).json()) as Known;
  const endpoint = site && new URL(site, location.href).href;
  const configurator = new Configurator(desk, known, endpoint);
  configurator.restore();
  addEventListener('hashchange', () => configurator.restore());
  await configurator.check();
}

const desk = document.getElementById('configurator');
if (desk) {
  open(desk).catch((error: unknown) => {
    console.error(error);
    desk.replaceChildren(h('p', { role: 'alert' }, t('failed')));
  });
}
