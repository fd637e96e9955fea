import { expect, fixture, html } from '@open-wc/testing';
import { castVote, counted } from '../support/counted.js';
import { fakeEndpoint } from '../support/fake-endpoint.js';
import { leftovers, nothing } from '../support/leftovers.js';
import '../support/probe-element.js';
import type { ProbeElement } from '../support/probe-element.js';
import { addProbe, openTab } from '../support/tab.js';
import { until } from '../support/wait.js';

const nextTask = () => new Promise((done) => setTimeout(done));

describe('an element', () => {
  beforeEach(() => localStorage.clear());

  it('works after 100 rounds of removing and adding, and leaves nothing behind', async () => {
    const api = await fakeEndpoint();
    const probe = await addProbe(document, api.url, 'a');
    probe.live = true;
    const left = await leftovers(async () => {
      for (let round = 0; round < 100; round++) {
        probe.remove();
        if (round % 2) await nextTask();
        document.body.append(probe);
      }
      probe.remove();
      await nextTask();
    });
    expect(left).to.deep.equal(nothing);
    document.body.append(probe);
    await until(() => probe.view.phase === 'ready', 'the item');
    await castVote(probe, { value: 3 });
    expect((await api.requests('PUT')).length).to.equal(1);
    probe.remove();
  });

  it('whose adapter never comes leaves nothing behind either', async () => {
    const api = await fakeEndpoint();
    const probe = document.createElement('riac-probe');
    Object.assign(probe, { endpoint: api.url, item: 'a', adapter: 'of nobody' });
    const left = await leftovers(async () => {
      for (let round = 0; round < 100; round++) {
        document.body.append(probe);
        await nextTask();
        probe.remove();
        await nextTask();
      }
    });
    expect(left).to.deep.equal(nothing);
    expect(await api.requests()).to.deep.equal([]);
  });

  it('that is removed while its vote is on the way still has it counted', async () => {
    const api = await fakeEndpoint();
    const probe = await addProbe(document, api.url, 'a');
    await api.plan({ method: 'PUT', hold: true });
    probe.shared.cast({ value: 3 });
    await api.received('PUT');
    probe.remove();
    await api.release();
    const again = await addProbe(document, api.url, 'a');
    await counted(again, 3);
    expect(again.votes).to.equal(1);
    again.remove();
  });

  it('that comes back after its vote shows no older numbers meanwhile', async () => {
    const api = await fakeEndpoint();
    const box = await fixture(html`<div></div>`);
    const probe = await addProbe(document, api.url, 'a');
    await api.plan({ method: 'GET', path: '/state', headers: { 'cache-control': 'max-age=60' } });
    probe.remove();
    await nextTask();
    box.append(probe);
    await until(() => probe.votes === 0, 'the numbers that may be kept');
    await castVote(probe, { value: 4 });
    probe.remove();
    await nextTask();
    const shown = new Set<number | undefined>();
    probe.addEventListener('riac-load', () => shown.add(probe.votes));
    box.append(probe);
    await counted(probe, 4);
    expect([...shown]).to.deep.equal([1]);
  });

  it('that is cloned works beside the original', async () => {
    const api = await fakeEndpoint();
    const probe = await fixture<ProbeElement>(
      html`<riac-probe endpoint=${api.url} item="a"></riac-probe>`,
    );
    await until(() => probe.view.phase === 'ready', 'the item');
    const clone = probe.cloneNode(true) as ProbeElement;
    probe.after(clone);
    await castVote(clone, { value: 2 });
    await counted(probe, 2);
    expect(clone.votes).to.equal(1);
  });

  it('that moves into a frame and back keeps working', async () => {
    const api = await fakeEndpoint();
    const tab = await openTab();
    const probe = await addProbe(document, api.url, 'a');
    tab.document.body.append(probe);
    await nextTask();
    document.body.append(probe);
    await until(() => probe.view.phase === 'ready', 'the item');
    await castVote(probe, { value: 4 });
    probe.remove();
    tab.close();
  });
});

describe('far from the screen', () => {
  beforeEach(() => localStorage.clear());

  it('nothing is requested until the reader comes near', async () => {
    const api = await fakeEndpoint();
    const box = await fixture(
      html`<div>
        <div class="space"></div>
        <riac-probe endpoint=${api.url} item="far"></riac-probe>
      </div>`,
    );
    box.querySelector<HTMLElement>('.space')?.style.setProperty('block-size', '20000px');
    const near = await addProbe(document, api.url, 'near');
    expect((await api.requests()).map(({ query }) => query)).to.deep.equal(['rating=near']);
    const far = box.querySelector('riac-probe');
    expect(far?.view.phase).to.equal('loading');
    far?.scrollIntoView();
    await until(() => far?.view.phase === 'ready', 'the far item');
    scrollTo(0, 0);
    near.remove();
  });

  it('widgets a little farther travel in the room of a request', async () => {
    const api = await fakeEndpoint();
    const items = Array.from({ length: 10 }, (_, index) => `i${index}`);
    const box = await fixture(
      html`<div>
        ${items.map(
          (item) =>
            html`<riac-probe endpoint=${api.url} item=${item}></riac-probe>
              <p></p>`,
        )}
      </div>`,
    );
    for (const space of box.querySelectorAll('p')) space.style.setProperty('block-size', '700px');
    await until(
      () => [...box.querySelectorAll('riac-probe')].every(({ view }) => view.phase === 'ready'),
      'all items',
    );
    expect((await api.requests()).length).to.equal(1);
  });
});
