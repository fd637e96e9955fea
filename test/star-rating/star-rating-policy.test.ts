import { expect } from '@open-wc/testing';
import { fakeEndpoint } from '../support/fake-endpoint.js';
import { until } from '../support/wait.js';
import { rating } from './rating-page.js';

const policy = (endpoint: string) =>
  `default-src 'none'; script-src ${location.origin}; style-src ${location.origin}; ` +
  `connect-src ${endpoint} ws: ${location.origin}; require-trusted-types-for 'script'`;

/** A page under a strict content security policy, with what it reports. */
async function strictPage(endpoint: string) {
  const module = new URL('/src/star-rating/star-rating-define.ts', location.origin).href;
  const frame = document.createElement('iframe');
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy(endpoint)}">`;
  const rating = `<riac-star-rating endpoint="${endpoint}" item="a" schema="Recipe" histogram
    labels="Poor,Fair,Good,Very good,Excellent"></riac-star-rating>`;
  frame.srcdoc = `<!doctype html><html lang="en"><head>${meta}</head><body>${rating}</body></html>`;
  await new Promise((resolve) => {
    frame.addEventListener('load', resolve, { once: true });
    document.body.append(frame);
  });
  const page = frame.contentDocument;
  if (!page) throw new Error('no page');
  const violations: string[] = [];
  page.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    violations.push(`${effectiveDirective} ${blockedURI}`);
  });
  return { frame, page, violations, module };
}

describe('a strict content security policy', () => {
  it('is kept by the rating and its structured data', async () => {
    localStorage.clear();
    const api = await fakeEndpoint({ ratings: { a: rating() } });
    const { frame, page, violations, module } = await strictPage(api.url);
    // The page's own loader; under Trusted Types it would be a policy of the page's.
    const view = page.defaultView as (Window & typeof globalThis) | null;
    const types = (view as unknown as { trustedTypes?: TrustedTypes })?.trustedTypes;
    const loader = types?.createPolicy('page', { createScriptURL: (url) => url });
    const script = page.createElement('script');
    script.type = 'module';
    Object.assign(script, { src: loader ? loader.createScriptURL(module) : module });
    page.head.append(script);
    const element = () => page.querySelector('riac-star-rating');
    const radios = () => [...(element()?.shadowRoot?.querySelectorAll('[role=radio]') ?? [])];
    await until(() => radios().length, 'the rating to load');
    (radios()[3] as HTMLElement).click();
    await until(() => /thank you/i.test(element()?.shadowRoot?.textContent ?? ''), 'the thanks');
    await until(() => page.querySelector('script[type="application/ld+json"]'), 'the data block');
    expect(page.querySelector<HTMLScriptElement>('[type="application/ld+json"]')?.text).to.contain(
      'AggregateRating',
    );
    expect(violations).to.deep.equal([]);
    const shape = view?.getComputedStyle(radios()[0]?.firstElementChild as Element).clipPath;
    expect(shape, 'styles apply').to.contain('polygon');
    frame.remove();
  });
});

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): unknown };
}
