import { expect } from '@open-wc/testing';
import { until } from '../support/wait.js';
import { OpenPage } from './open-page.js';

/** What a user copies out of a tab of the configurator. */
async function copied(widget: string, tab: string): Promise<string> {
  const desk = new OpenPage();
  await desk.open(`/configure/#${widget}?.tab=${tab}`);
  await until(() => desk.all('#code').length, 'the configurator');
  const code = () => desk.one('#code').textContent ?? '';
  if (tab === 'self-hosted') await until(() => code().includes('integrity'), 'the checksum');
  const text = code();
  desk.close();
  return text;
}

/** An empty file with nothing but the code in it. */
async function paste(code: string): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  frame.width = '700';
  frame.height = '700';
  frame.srcdoc = `<!doctype html>\n${code}`;
  document.body.append(frame);
  await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  return frame;
}

const said = {
  'star-rating': 'Rate this article',
  'share-bar': 'Share this article',
  poll: 'What should we write about?',
};

describe('the code of the configurator, pasted into an empty file', () => {
  let frame: HTMLIFrameElement | undefined;

  beforeEach(() => localStorage.clear());
  afterEach(() => frame?.remove());

  const words = (widget: string) =>
    frame?.contentDocument?.querySelector(`riac-${widget}`)?.shadowRoot?.textContent ?? '';

  for (const [widget, sentence] of Object.entries(said)) {
    for (const tab of ['html', 'cms', 'self-hosted']) {
      it(`(${tab}) shows the ${widget}`, async () => {
        frame = await paste(await copied(widget, tab));
        await until(() => words(widget).includes(sentence), `"${sentence}"`);
      });
    }
  }

  it('(self-hosted) does not run a file that is not the one of the checksum', async () => {
    const code = await copied('poll', 'self-hosted');
    const [, first = ''] = /integrity="sha384-(.)/.exec(code) ?? [];
    const other = first === 'A' ? 'B' : 'A';
    // Under an address of its own: a browser may remember the refusal for the file as such.
    const wrong = code.replace(/(?<=integrity="sha384-)./, other).replace(/\.js(?=")/, '.js?wrong');
    frame = await paste(wrong);
    expect(frame.contentWindow?.customElements.get('riac-poll')).to.equal(undefined);
    expect(words('poll')).to.equal('');
  });
});
