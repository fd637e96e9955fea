import { until } from '../support/wait.js';

export const editorToken = 'test-editor-token';
const endpoint = '/api/v1';

/** Asks the server as an editor does. */
export async function asEditor(method: string, path: string, body?: unknown): Promise<Response> {
  const headers: Record<string, string> = { authorization: `Bearer ${editorToken}` };
  if (body) headers['content-type'] = 'application/json';
  const answer = await fetch(endpoint + path, {
    method,
    headers,
    cache: 'no-store',
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer;
}

/** What a reader gets. */
export const readPoll = async (item: string, lang = 'en') =>
  (await fetch(`${endpoint}/polls/${item}?lang=${lang}`, { cache: 'no-store' })).json();

let polls = 0;

/** An address that no test has used. */
export const newItem = () => `desk-${Date.now().toString(36)}-${++polls}`;

export const teaPoll = {
  title: { en: 'Tea', ru: 'Чай' },
  questions: [
    {
      ...{ id: 'q1', text: { en: 'Which tea?', ru: 'Какой чай?' }, kind: 'single' },
      options: [
        { id: 'a', label: { en: 'Black', ru: 'Чёрный' } },
        { id: 'b', label: { en: 'Green', ru: 'Зелёный' } },
      ],
    },
  ],
};

const normal = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();

function forget(): void {
  sessionStorage.clear();
  localStorage.clear();
}

/** The editor's page in a frame of its own, found by what an editor reads. */
export class Desk {
  readonly frame = document.createElement('iframe');
  readonly refused: string[] = [];

  constructor() {
    // Firefox opens each test file in the same tab, and may still hold what the last one has cleared.
    forget();
  }

  get window(): Window & typeof globalThis {
    const { contentWindow } = this.frame;
    if (!contentWindow) throw new Error('the editor page is not open');
    return contentWindow as Window & typeof globalThis;
  }

  get page(): Document {
    return this.window.document;
  }

  async open(address: string, width = 1200): Promise<void> {
    Object.assign(this.frame, { width: String(width), height: '900', src: `/editor/${address}` });
    const loaded = new Promise((resolve) =>
      this.frame.addEventListener('load', resolve, { once: true }),
    );
    document.body.append(this.frame);
    await loaded;
    await until(() => this.text(), 'the desk or the form to sign in');
    this.page.addEventListener('securitypolicyviolation', (event) =>
      this.refused.push(event.blockedURI),
    );
  }

  close(): void {
    this.frame.remove();
    forget();
  }

  text(): string {
    return normal(this.page.getElementById('desk')?.textContent);
  }

  says(text: string): Promise<void> {
    return until(() => this.text().includes(text), `"${text}" on the page`).catch(() => {
      throw new Error(`"${text}" is not said in "${this.text()}"`);
    });
  }

  all<T extends Element = HTMLElement>(selector: string): T[] {
    return [...this.page.querySelectorAll<T>(selector)];
  }

  /** The control with this label; in a language when there is one for each. */
  field(label: string, tongue = ''): HTMLInputElement {
    const wanted = normal(label + tongue);
    const found = this.all<HTMLLabelElement>('label').find(
      (each) => normal(each.textContent) === wanted,
    );
    if (!found?.control) throw new Error(`no field "${wanted}" in "${this.text()}"`);
    return found.control as HTMLInputElement;
  }

  find(name: string): HTMLElement | undefined {
    return this.all('button, a').find(
      (each) => (each.getAttribute('aria-label') ?? normal(each.textContent)) === name,
    );
  }

  async press(name: string): Promise<void> {
    await until(() => this.find(name), `"${name}" on the page`);
    this.find(name)?.click();
  }

  /** Writes as a keyboard does, key by key as far as the page can tell. */
  write(label: string, text: string, tongue = ''): void {
    const control = this.field(label, tongue);
    control.focus();
    control.value = text;
    control.dispatchEvent(new this.window.Event('input', { bubbles: true }));
  }

  async signIn(): Promise<void> {
    await until(() => this.find('Sign in') ?? this.find('Войти'), 'the form to sign in');
    const [control] = this.all<HTMLInputElement>('input[type=password]');
    if (!control) throw new Error('no field for the token');
    control.value = editorToken;
    (this.find('Sign in') ?? this.find('Войти'))?.click();
    await until(() => this.all('#all-polls, .poll-page').length, 'the desk');
  }

  async openPoll(item: string, query = ''): Promise<void> {
    await this.open(`${query}#/polls/${item}`);
    await this.signIn();
    await until(() => this.all('.poll-form').length, 'the poll');
  }

  /** What is wrong with a field, as it is read out with it. */
  faultOf(control: Element): string {
    const ids = control.getAttribute('aria-describedby')?.split(' ') ?? [];
    const places = ids.map((id) => this.page.getElementById(id));
    const fault = places.find((place) => place?.classList.contains('fault'));
    return control.getAttribute('aria-invalid') === 'true' ? normal(fault?.textContent) : '';
  }

  get preview(): string {
    const [poll] = this.all('.preview riac-poll:not(.coming)');
    return normal(poll?.shadowRoot?.textContent);
  }
}
