import { expect, fixture, html } from '@open-wc/testing';
import { fakeEndpoint } from '../support/fake-endpoint.js';
import '../support/probe-element.js';
import { addProbe } from '../support/tab.js';
import { until } from '../support/wait.js';

// Read once, when the first widget of a page looks around: so this is a page of its own.
Object.defineProperty(navigator, 'connection', { value: { saveData: true } });

describe('with Save-Data', () => {
  it('nothing is requested before it can be seen, and nothing travels ahead of it', async () => {
    const api = await fakeEndpoint();
    const box = await fixture(
      html`<div>
        <div></div>
        <riac-probe endpoint=${api.url} item="below"></riac-probe>
        <riac-probe endpoint=${api.url} item="beside"></riac-probe>
      </div>`,
    );
    // Just below the screen, where everybody else's widgets have loaded long ago.
    const space = `${innerHeight + 100}px`;
    box.querySelector<HTMLElement>('div')?.style.setProperty('block-size', space);
    const seen = await addProbe(document, api.url, 'seen');
    expect((await api.requests()).map(({ query }) => query)).to.deep.equal(['rating=seen']);
    const [below] = [...box.querySelectorAll('riac-probe')];
    expect(below?.view.phase).to.equal('loading');
    below?.scrollIntoView();
    await until(() => below?.view.phase === 'ready', 'what came into sight');
    seen.remove();
  });
});
