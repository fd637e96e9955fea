import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { checksumOf } from '../../demo/site/configure/checksum.js';
import { until } from '../support/wait.js';
import { OpenPage } from './open-page.js';

interface Element_ {
  tagName?: string;
  attributes: { name: string }[];
  cssProperties: { name: string }[];
}

/** The configurator as its user finds it: fields by their names, the code as text. */
class Configurator extends OpenPage {
  async show(address: string, width?: number): Promise<void> {
    await this.open(address, width);
    await until(() => this.all('#code').length, 'the configurator');
    await until(() => !this.all('#configurator [aria-busy]').length, 'all options');
  }

  get code(): string {
    return this.one('#code').textContent ?? '';
  }

  option(name: string): HTMLInputElement {
    return this.one<HTMLInputElement>(`[data-option="${name}"]`);
  }

  style(name: string, scheme = 'light'): HTMLInputElement {
    return this.one<HTMLInputElement>(`[data-style="${name}"][data-scheme="${scheme}"]`);
  }

  /** Writes as a reader does who then leaves the field. */
  write(control: HTMLInputElement, text: string): void {
    const group = control.closest('details');
    if (group) group.open = true;
    control.focus();
    control.value = text;
    this.#tell(control);
  }

  #tell(control: HTMLElement): void {
    for (const type of ['input', 'change']) {
      control.dispatchEvent(new this.window.Event(type, { bubbles: true }));
    }
  }

  choose(control: HTMLInputElement): void {
    control.focus();
    control.click();
  }

  view(name: string, word: string): void {
    const control = this.one<HTMLInputElement>(`[data-view="${name}"]`);
    control.value = word;
    this.#tell(control);
  }

  press(key: string): void {
    this.page.activeElement?.dispatchEvent(
      new this.window.KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
    );
  }

  get preview(): Document | null {
    return this.one<HTMLIFrameElement>('.stage iframe').contentDocument;
  }

  get shown(): Element | null | undefined {
    return this.preview?.querySelector('main')?.firstElementChild;
  }

  async previewSays(text: string): Promise<void> {
    const words = () => (this.shown?.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ');
    await until(() => words().includes(text), `"${text}" in the preview`).catch(() => {
      throw new Error(`"${text}" is not in "${words()}"`);
    });
  }

  back(): Promise<void> {
    const former = this.window.location.hash;
    this.window.history.back();
    return until(() => this.window.location.hash !== former, 'the step back');
  }
}

describe('the configurator', () => {
  let desk: Configurator;

  before(() => executeServerCommand('fresh-history'));
  beforeEach(() => {
    localStorage.clear();
    desk = new Configurator();
  });
  afterEach(() => {
    expect(desk.faults).to.deep.equal([]);
    desk.close();
  });

  it('has a named control for everything in the manifest', async () => {
    const { modules } = await (await fetch('/custom-elements.json')).json();
    const elements: Element_[] = modules
      .flatMap(({ declarations = [] }: { declarations?: Element_[] }) => declarations)
      .filter(({ tagName }: Element_) => tagName);
    expect(elements).to.have.length(3);
    for (const { tagName = '', attributes, cssProperties } of elements) {
      await desk.show(`/configure/?${tagName}#${tagName.replace('riac-', '')}`);
      const options = desk.all('[data-option]').map(({ dataset }) => dataset['option']);
      expect(options).to.have.members(attributes.map(({ name }) => name));
      const styles = new Set(desk.all('[data-style]').map(({ dataset }) => dataset['style']));
      expect([...styles]).to.have.members(cssProperties.map(({ name }) => name));
      for (const control of desk.all<HTMLInputElement>('[data-option]')) {
        expect(control.labels?.[0]?.textContent, control.outerHTML).to.match(/\S/);
        expect(control.getAttribute('aria-describedby'), control.outerHTML).to.match(/\S/);
      }
    }
  });

  it('shows each choice in the code and on the real element, and goes back', async () => {
    await desk.show('/configure/#star-rating');
    await desk.previewSays('(votes: 55, rating: 4.1)');
    desk.write(desk.option('max'), '7');
    expect(desk.code).to.include('max="7"');
    desk.choose(desk.option('histogram'));
    expect(desk.code).to.match(/\n {2}histogram\n/);
    await until(() => desk.shown?.hasAttribute('histogram'), 'the histogram');
    expect(desk.shown?.getAttribute('max')).to.equal('7');
    await desk.previewSays('rating: 5.6');
    expect(desk.window.location.hash).to.equal('#star-rating?max=7&histogram=');
    await desk.back();
    await until(() => !desk.code.includes('histogram'), 'the former code');
    expect(desk.code).to.include('max="7"');
    expect(desk.option('histogram').checked).to.equal(false);
    await desk.back();
    await until(() => !desk.code.includes('max='), 'the first code');
  });

  it('is restored from its address', async () => {
    const query = 'item=a+%22b%22&show=percent&--riac-accent=navy&.tab=react&.tongue=ru&.dir=rtl';
    await desk.show(`/configure/#poll?${query}`);
    expect(desk.one('[role=tab][aria-selected=true]').textContent).to.equal('React');
    expect(desk.code).to.include('item={"a \\"b\\""}');
    expect(desk.code).to.include('show="percent"');
    expect(desk.code).to.include('style={{ "--riac-accent": "navy" }}');
    expect(desk.option('show').value).to.equal('percent');
    expect(desk.style('--riac-accent').value).to.equal('navy');
    await desk.previewSays('Когда вы читаете большие статьи?');
    expect(desk.preview?.documentElement.dir).to.equal('rtl');
    const style = (desk.shown as HTMLElement).style;
    expect(style.getPropertyValue('--riac-accent')).to.equal('navy');
  });

  it('does not act on what an address brings that is no option', async () => {
    const query =
      'onclick=alert(1)&style=color:red&sort=up&archive-href=javascript:alert(1)&archive=';
    await desk.show(`/configure/#poll?${query}&--riac-accent=red%7D*%7Bcolor:red`);
    await until(() => desk.shown?.hasAttribute('archive'), 'the preview');
    expect(desk.shown?.getAttributeNames()).to.have.members(['archive', 'endpoint', 'item']);
    expect(desk.code).not.to.match(/onclick|style|sort|color/);
  });

  it('lets a vote be tried that is counted nowhere', async () => {
    await desk.show('/configure/#poll?item=nowhere');
    await desk.previewSays('When do you read long articles?');
    const root = desk.shown?.shadowRoot;
    root?.querySelector<HTMLInputElement>('input[type=radio]')?.click();
    await until(() => root?.querySelector<HTMLInputElement>('input:checked'), 'the choice');
    root?.querySelector<HTMLElement>('[part~=vote]')?.click();
    await desk.previewSays('34 (31%)');
    const asked = desk.preview?.defaultView?.performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => path.startsWith('/api/'));
    expect(new Set(asked)).to.deep.equal(new Set(['/api/v1/state']));
  });

  it('shows voting that is over, and a server that is down', async () => {
    await desk.show('/configure/#poll?item=nowhere');
    await desk.previewSays('When do you read long articles?');
    desk.view('scene', 'closed');
    await desk.previewSays('Voting closed');
    desk.view('scene', 'failing');
    await desk.previewSays('not available');
    desk.view('width', 'phone');
    expect(desk.one('.stage iframe').getBoundingClientRect().width).to.equal(360);
  });

  it('says what cannot stand in a field, and leaves it out', async () => {
    await desk.show('/configure/#star-rating');
    const max = desk.option('max');
    desk.write(max, '11');
    expect(max.getAttribute('aria-invalid')).to.equal('true');
    const [, place] = (max.getAttribute('aria-describedby') ?? '').split(' ');
    expect(desk.page.getElementById(place ?? '')?.textContent).to.include('from 1 to 10');
    expect(desk.code).not.to.include('max');
    desk.write(max, '10');
    expect(max.hasAttribute('aria-invalid')).to.equal(false);
    expect(desk.code).to.include('max="10"');
    const accent = desk.style('--riac-accent');
    desk.write(accent, 'red; color: blue');
    expect(accent.getAttribute('aria-invalid')).to.equal('true');
    expect(desk.code).not.to.include('--riac-accent');
  });

  it('tells where a colour cannot be seen on the page', async () => {
    await desk.show('/configure/#star-rating');
    const verdicts = () => desk.style('--riac-accent').closest('fieldset')?.textContent ?? '';
    desk.style('--riac-accent').closest('details')?.setAttribute('open', '');
    await until(() => /Light: 6.1 : 1 on the page, clear/.test(verdicts()), 'the verdict');
    desk.write(desk.style('--riac-accent'), '#ffff00');
    expect(verdicts()).to.match(/Light: only 1 : 1 on the page, wants 3 : 1/);
    desk.write(desk.style('--riac-accent', 'dark'), '#ffff00');
    desk.write(desk.style('--riac-accent'), '#000');
    expect(verdicts()).to.match(/Light: 21 : 1 on the page, clear/);
    expect(desk.code).to.include('--riac-accent: light-dark(#000, #ffff00);');
  });

  it('chooses networks by pressing their names', async () => {
    await desk.show('/configure/#share-bar');
    const field = desk.option('networks');
    const names = field.parentElement?.querySelectorAll<HTMLElement>('.names button') ?? [];
    const name = (text: string) => [...names].find(({ textContent }) => textContent === text);
    name('vk')?.click();
    name('x')?.click();
    name('copy')?.click();
    name('vk')?.click();
    expect(field.value).to.equal('x copy');
    expect(name('x')?.getAttribute('aria-pressed')).to.equal('true');
    expect(desk.code).to.include('networks="x copy"');
  });

  it('moves through the tabs by keyboard, with one tab stop', async () => {
    await desk.show('/configure/#poll');
    desk.one('[role=tab][aria-selected=true]').focus();
    const said: string[] = [];
    for (const key of ['ArrowRight', 'ArrowRight', 'End', 'ArrowRight', 'ArrowLeft', 'Home']) {
      desk.press(key);
      const tab = desk.page.activeElement;
      expect(tab?.getAttribute('aria-selected')).to.equal('true');
      expect(desk.all('[role=tab][tabindex="0"]')).to.deep.equal([tab]);
      expect(desk.one('[role=tabpanel]').getAttribute('aria-labelledby')).to.equal(tab?.id);
      said.push(tab?.textContent ?? '');
    }
    expect(said).to.deep.equal(['CMS', 'npm', 'Self-hosted', 'HTML', 'Self-hosted', 'HTML']);
  });

  it('copies the code, and says so only when it has', async () => {
    await desk.show('/configure/#poll?.tab=svelte');
    const { navigator } = desk.window;
    let copied = '';
    const clipboard = (writeText: (text: string) => Promise<void>) =>
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    clipboard(async (text) => void (copied = text));
    const status = () => desk.one('#copy-status').textContent;
    desk.one('[data-copy]').click();
    await until(() => status(), 'an answer');
    expect(status()).to.equal('Copied');
    expect(copied).to.equal(desk.code);
    clipboard(() => Promise.reject(new Error('not allowed')));
    desk.one('[data-copy]').click();
    await until(() => status() !== 'Copied', 'another answer');
    expect(status()).to.match(/^Selected/);
    expect(String(desk.window.getSelection())).to.include('riac-poll');
  });

  it('gives the checksum of the file that the server sends', async () => {
    const digest = await crypto.subtle.digest(
      'SHA-384',
      await (await fetch('/riac-widgets.js')).arrayBuffer(),
    );
    const expected = `sha384-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
    await desk.show('/configure/#poll?.tab=self-hosted&archive=');
    await until(() => desk.code.includes('integrity'), 'the checksum');
    expect(desk.code).to.include(`integrity="${expected}"`);
    expect(desk.one('.code-note').textContent).to.include('riac-widgets-archive.js');
    expect(await checksumOf('about:blank', 'built')).to.equal('built');
    const { bundle } = await (await fetch('/configure/options.json')).json();
    expect(bundle.integrity, 'as the build has computed it').to.equal(expected);
  });

  for (const [path, heading] of [
    ['/configure/', 'Options'],
    ['/ru/configure/', 'Настройки'],
  ] as const) {
    for (const width of [1200, 320]) {
      it(`${path} passes the checks of accessibility, ${width} px wide, light and dark`, async () => {
        await desk.show(`${path}#poll?--riac-accent=yellow`, width);
        expect(desk.one('#options-title').textContent).to.equal(heading);
        for (const details of desk.all<HTMLDetailsElement>('.group')) details.open = true;
        expect(desk.page.documentElement.scrollWidth, 'no sideways scrolling').to.equal(
          desk.page.documentElement.clientWidth,
        );
        desk.setScheme('light');
        expect(await desk.findings()).to.deep.equal([]);
        desk.setScheme('dark');
        expect(await desk.findings(['color-contrast'])).to.deep.equal([]);
      });
    }
  }
});
