import { expect } from '@open-wc/testing';
import { executeServerCommand, sendKeys } from '@web/test-runner-commands';
import fc from 'fast-check';
import decodeQR from 'qr/decode.js';
import type { ShareBarElement } from '../../src/share-bar/share-bar-element.js';
import { drawQrCode } from '../../src/share-bar/share-bar-qr.js';
import { until } from '../support/wait.js';
import { entry, mountBar, offered } from './share-page.js';

const url = 'https://news.example/en/a?b=1&c=%D1%8F#part-2';

/** Reads a drawn code as a camera would: from its pixels, with a decoder of another author. */
async function decoded(picture: SVGElement): Promise<string> {
  const image = new Image();
  const text = new XMLSerializer().serializeToString(picture);
  image.src = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  await image.decode();
  URL.revokeObjectURL(image.src);
  const canvas = document.createElement('canvas');
  const { width, height } = Object.assign(canvas, { width: image.width, height: image.height });
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  context.drawImage(image, 0, 0);
  return decodeQR(context.getImageData(0, 0, width, height));
}

const panel = (bar: ShareBarElement) => bar.renderRoot.querySelector<HTMLElement>('#code');
const picture = (bar: ShareBarElement) => panel(bar)?.querySelector('svg') ?? undefined;

/** A bar whose code has been drawn. */
async function mountCode(attributes: Record<string, string> = {}): Promise<ShareBarElement> {
  const bar = await mountBar({ networks: 'x qr copy', url, ...attributes });
  await until(() => picture(bar), 'the code');
  return bar;
}

async function decodedOf(bar: ShareBarElement): Promise<string> {
  const drawn = picture(bar);
  return drawn ? decoded(drawn) : '';
}

describe('a QR code', () => {
  it('is read as the text it was drawn from, in every size and alphabet', async () => {
    const text = fc.oneof(
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }),
      fc.integer({ min: 1, max: 2200 }).map((length) => `https://a.example/${'x'.repeat(length)}`),
    );
    await fc.assert(
      fc.asyncProperty(text, async (wanted) => {
        expect(await decoded(drawQrCode(wanted))).to.equal(wanted);
      }),
      { numRuns: 60 },
    );
  });

  it('has a name, and a margin of four modules in white', () => {
    const drawn = drawQrCode(url, 'Code');
    expect(drawn.getAttribute('role')).to.equal('img');
    expect(drawn.ariaLabel).to.equal('Code');
    const [paper, dark] = drawn.querySelectorAll('path');
    document.body.append(drawn);
    const [outer, inner] = [paper?.getBBox(), dark?.getBBox()];
    drawn.remove();
    expect([inner?.x, inner?.y]).to.deep.equal([4, 4]);
    expect(outer?.width).to.equal((inner?.width ?? 0) + 8);
  });
});

describe('the QR code of a bar', () => {
  it('is not fetched by a bar that offers none', async () => {
    await mountBar({ networks: 'x copy' });
    const fetched = performance.getEntriesByType('resource').map(({ name }) => name);
    expect(fetched.filter((name) => name.includes('riac-widgets-qr'))).to.deep.equal([]);
  });

  it('says the address, with the campaign of the entry', async () => {
    const bar = await mountCode({ utm: 'utm_source={network}' });
    const shared = 'https://news.example/en/a?b=1&c=%D1%8F&utm_source=qr#part-2';
    expect(await decodedOf(bar)).to.equal(shared);
    expect(panel(bar)?.innerText.trim() || panel(bar)?.textContent).to.equal(shared);
  });

  it('is shown and hidden by its button, and Escape leads back to it', async () => {
    const bar = await mountCode();
    const told: string[] = [];
    for (const type of ['riac-before-share', 'riac-share'] as const)
      bar.addEventListener(type, (event) =>
        told.push(`${event.type} ${event.network} ${event.url}`),
      );
    const button = entry(bar, 'qr');
    expect(button.ariaLabel).to.equal('QR code');
    expect(button.ariaExpanded).to.equal('false');
    expect(panel(bar)?.checkVisibility()).to.equal(false);
    button.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => panel(bar)?.checkVisibility(), 'the open panel');
    expect(button.ariaExpanded).to.equal('true');
    expect(bar.renderRoot.querySelector(`#${button.getAttribute('aria-controls')}`)).to.equal(
      panel(bar),
    );
    expect(picture(bar)?.ariaLabel).to.equal('QR code');
    expect(told).to.deep.equal([`riac-before-share qr ${url}`, `riac-share qr ${url}`]);
    await expect(bar).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    await until(() => !panel(bar)?.checkVisibility(), 'the closed panel');
    expect(button.ariaExpanded).to.equal('false');
    expect(bar.shadowRoot?.activeElement).to.equal(button);
    expect(told).to.have.length(2);
  });

  it('stays closed where the page forbids it', async () => {
    const bar = await mountCode();
    bar.addEventListener('riac-before-share', (event) => event.preventDefault());
    entry(bar, 'qr').click();
    await bar.updateComplete;
    expect(panel(bar)?.hidden).to.equal(true);
  });

  it('is WeChat’s way too, and one panel serves both', async () => {
    const bar = await mountCode({ networks: 'wechat qr', utm: 'utm_source={network}' });
    expect(entry(bar, 'wechat').ariaLabel).to.equal('WeChat');
    entry(bar, 'qr').click();
    await until(() => entry(bar, 'qr').ariaExpanded === 'true', 'the code');
    entry(bar, 'wechat').click();
    await until(() => entry(bar, 'wechat').ariaExpanded === 'true', 'the code for WeChat');
    expect(entry(bar, 'qr').ariaExpanded).to.equal('false');
    await until(
      async () => (await decodedOf(bar)).endsWith('utm_source=wechat#part-2'),
      'its address',
    );
  });

  it('is printed, with its address and nothing else of the bar', async () => {
    const bar = await mountCode();
    if (!(await executeServerCommand('emulate-features', { media: 'print' }))) return;
    try {
      expect(panel(bar)?.checkVisibility()).to.equal(true);
      expect(panel(bar)?.innerText.trim()).to.equal(url);
      for (const name of offered(bar))
        expect(entry(bar, name).checkVisibility(), name).to.equal(false);
    } finally {
      await executeServerCommand('emulate-features', { media: '' });
    }
  });

  it('is up to date when the page is printed', async () => {
    const before = location.href;
    const bar = await mountCode({ url: '' });
    history.replaceState(null, '', '/another-article');
    dispatchEvent(new Event('beforeprint'));
    const said = await decodedOf(bar);
    history.replaceState(null, '', before);
    expect(said).to.equal(`${location.origin}/another-article`);
  });

  it('goes when the bar offers it no more', async () => {
    const bar = await mountCode();
    bar.networks = 'x';
    await until(() => !panel(bar), 'the panel to go');
  });

  it('gives way to the address where that is too long for a code', async () => {
    const long = `https://news.example/${'a'.repeat(2500)}`;
    const bar = await mountBar({ networks: 'qr', url: long });
    await until(() => panel(bar), 'the panel');
    expect(panel(bar)?.textContent).to.equal(long);
    expect(picture(bar)).to.equal(undefined);
  });

  it('is read in its pixels on a dark page too', async () => {
    const bar = await mountCode();
    bar.style.colorScheme = 'dark';
    entry(bar, 'qr').click();
    await until(() => panel(bar)?.checkVisibility(), 'the open panel');
    const [paper, dark] = picture(bar)?.querySelectorAll('path') ?? [];
    expect(paper && getComputedStyle(paper).fill).to.equal('rgb(255, 255, 255)');
    expect(dark && getComputedStyle(dark).fill).to.equal('rgb(0, 0, 0)');
    expect(dark && getComputedStyle(dark).stroke).to.equal('none');
  });

  it('keeps its styles in another document', async () => {
    const bar = await mountCode();
    const frame = document.createElement('iframe');
    document.body.append(frame);
    frame.contentDocument?.body.append(bar);
    await until(() => (bar.shadowRoot?.adoptedStyleSheets.length ?? 0) > 2, 'the styles');
    frame.remove();
  });
});
