import { expect } from '@open-wc/testing';
import { until } from '../support/wait.js';
import { catchWarnings, mountBar, offered } from './share-page.js';

describe('entries that few pages name', () => {
  it('are fetched by a bar that names one, and by no other', async () => {
    const warnings = catchWarnings();
    await mountBar({ networks: 'x pinterest line copy print' });
    await mountBar();
    expect(warnings.texts).to.deep.equal([]);
    // A name that nobody knows is told at once.
    const unknown = ['instapapr', 'qrs', 'wechat2'];
    const names = `x ${unknown.join(' ')} copy`;
    expect(offered(await mountBar({ networks: names }))).to.deep.equal(['x', 'copy']);
    expect(warnings.texts).to.have.length(unknown.length);
    for (const name of unknown) expect(warnings.texts.join()).to.contain(name);
    const before = performance.now();
    const bar = await mountBar({ networks: 'x instapaper copy' });
    await until(() => offered(bar).length === 3, 'Instapaper');
    warnings.restore();
    expect(offered(bar)).to.deep.equal(['x', 'instapaper', 'copy']);
    expect(warnings.texts).to.have.length(unknown.length);
    // Fetched once; had a bar before asked for it, it would have been earlier.
    const fetched = performance
      .getEntriesByType('resource')
      .filter(({ name }) => /\/share-bar-further\.[jt]s$/.test(name));
    expect(fetched).to.have.length(1);
    expect(fetched[0]?.startTime).to.be.at.least(before);
  });
});
