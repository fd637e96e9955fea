import { expect } from '@open-wc/testing';
import { executeServerCommand, sendKeys } from '@web/test-runner-commands';
import fc from 'fast-check';
import decodeQR from 'qr/decode.js';
import type { ShareBarElement } from '../../src/share-bar/share-bar-element.js';
import { drawQrCode } from '../../src/share-bar/share-bar-further.js';
import { until } from '../support/wait.js';
import { entry, furtherNames, mountBar, offered, pretendPhone } from './share-page.js';

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

const panel = (bar: ShareBarElement) =>
  bar.renderRoot.querySelector<HTMLElement>('[part="code"]') ?? undefined;
const picture = (bar: ShareBarElement) => panel(bar)?.querySelector('svg') ?? undefined;

/** A bar that knows the entries of the further file. */
async function mountKnown(attributes: Record<string, string> = {}): Promise<ShareBarElement> {
  const bar = await mountBar({ networks: 'x qr copy', url, ...attributes });
  await until(() => offered(bar).length > 1, 'the entries of the further file');
  return bar;
}

/** A bar whose code is shown. */
async function mountCode(attributes: Record<string, string> = {}): Promise<ShareBarElement> {
  const bar = await mountKnown(attributes);
  entry(bar, 'qr').click();
  return bar;
}

async function decodedOf(bar: ShareBarElement): Promise<string> {
  const drawn = picture(bar);
  return drawn ? decoded(drawn) : '';
}

describe('a QR code', () => {
  it('is read as the text it was drawn from, in every size and alphabet', async function () {
    this.timeout(120_000);
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

  it('has a margin of four modules in white', () => {
    const drawn = drawQrCode(url);
    document.body.append(drawn);
    const dark = drawn.querySelector('path')?.getBBox();
    const { width } = (drawn as SVGSVGElement).viewBox.baseVal;
    drawn.remove();
    expect([dark?.x, dark?.y]).to.deep.equal([0, 0]);
    expect(width).to.equal((dark?.width ?? 0) + 8);
  });
});

describe('entries that few pages name', () => {
  it('are all there, those of apps on phones only', async () => {
    const bar = await mountKnown({ networks: `x ${furtherNames}` });
    expect(offered(bar).join(' ')).to.equal(`x ${furtherNames.replace('messenger ', '')}`);
    const phone = pretendPhone();
    expect(offered(await mountKnown({ networks: furtherNames })).join(' ')).to.equal(furtherNames);
    phone.restore();
  });
});

describe('the QR code of a bar', () => {
  it('says the address, with the campaign of the entry', async () => {
    const bar = await mountCode({ utm: 'utm_source={network}' });
    const shared = 'https://news.example/en/a?b=1&c=%D1%8F&utm_source=qr#part-2';
    expect(await decodedOf(bar)).to.equal(shared);
    expect(panel(bar)?.textContent).to.equal(shared);
  });

  it('is shown and hidden by the keyboard, and Escape leads back to its button', async () => {
    const bar = await mountKnown();
    const told: string[] = [];
    for (const type of ['riac-before-share', 'riac-share'] as const)
      bar.addEventListener(type, (event) =>
        told.push(`${event.type} ${event.network} ${event.url}`),
      );
    const button = entry(bar, 'qr');
    const isShown = () => [button.ariaExpanded, panel(bar)?.ariaLabel];
    expect(button.ariaLabel).to.equal('QR code');
    expect(isShown()).to.deep.equal(['false', undefined]);
    button.focus();
    await sendKeys({ press: 'Enter' });
    expect(isShown()).to.deep.equal(['true', 'QR code']);
    expect(told).to.deep.equal([`riac-before-share qr ${url}`, `riac-share qr ${url}`]);
    await expect(bar).to.be.accessible();
    await sendKeys({ press: 'Enter' });
    expect(isShown()).to.deep.equal(['false', undefined]);
    await sendKeys({ press: ' ' });
    expect(isShown()).to.deep.equal(['true', 'QR code']);
    await sendKeys({ press: 'Escape' });
    expect(isShown()).to.deep.equal(['false', undefined]);
    expect(bar.shadowRoot?.activeElement).to.equal(button);
    expect(told).to.have.length(4);
  });

  it('stays away where the page forbids it', async () => {
    const bar = await mountKnown();
    bar.addEventListener('riac-before-share', (event) => event.preventDefault());
    entry(bar, 'qr').click();
    await bar.updateComplete;
    expect(panel(bar)).to.equal(undefined);
    expect(entry(bar, 'qr').ariaExpanded).to.equal('false');
  });

  it('is WeChat’s way too, one at a time', async () => {
    const bar = await mountKnown({ networks: 'x wechat qr', utm: 'utm_source={network}' });
    expect(entry(bar, 'wechat').ariaLabel).to.equal('WeChat');
    entry(bar, 'qr').click();
    entry(bar, 'wechat').click();
    expect(entry(bar, 'wechat').ariaExpanded).to.equal('true');
    expect(entry(bar, 'qr').ariaExpanded).to.equal('false');
    expect(bar.renderRoot.querySelectorAll('[part="code"]')).to.have.length(1);
    expect(await decodedOf(bar)).to.match(/utm_source=wechat#part-2$/);
  });

  it('is printed while it is shown, with its address and nothing else of the bar', async () => {
    const bar = await mountCode();
    if (!(await executeServerCommand('emulate-features', { media: 'print' }))) return;
    try {
      expect(picture(bar)?.checkVisibility()).to.equal(true);
      expect(panel(bar)?.innerText.trim()).to.equal(url);
      for (const name of offered(bar))
        expect(entry(bar, name).checkVisibility(), name).to.equal(false);
    } finally {
      await executeServerCommand('emulate-features', { media: '' });
    }
  });

  it('gives way to the address where that is too long for a code', async () => {
    const long = `https://news.example/${'a'.repeat(2500)}`;
    const bar = await mountCode({ url: long });
    expect(panel(bar)?.textContent).to.equal(long);
    expect(picture(bar)).to.equal(undefined);
  });

  it('is black on white on a dark page too, and as large as a camera needs', async () => {
    const bar = await mountCode();
    bar.style.colorScheme = 'dark';
    const [paper, dark] = picture(bar)?.querySelectorAll('rect, path') ?? [];
    expect(paper && getComputedStyle(paper).fill).to.equal('rgb(255, 255, 255)');
    expect(dark && getComputedStyle(dark).fill).to.equal('rgb(0, 0, 0)');
    expect(dark && getComputedStyle(dark).stroke).to.equal('none');
    expect(picture(bar)?.getBoundingClientRect().width).to.be.at.least(100);
  });
});

describe('a bar in another document', () => {
  it('keeps its styles and those of its code', async () => {
    const bar = await mountKnown();
    const sheets = bar.shadowRoot?.adoptedStyleSheets.length ?? 0;
    const frame = document.createElement('iframe');
    document.body.append(frame);
    frame.contentDocument?.body.append(bar);
    const item = entry(bar, 'qr');
    item.click();
    expect(bar.shadowRoot?.adoptedStyleSheets).to.have.length.at.least(Math.max(sheets, 3));
    expect(frame.contentWindow?.getComputedStyle(item).borderTopWidth).to.equal('1px');
    const drawn = picture(bar);
    expect(drawn && frame.contentWindow?.getComputedStyle(drawn).stroke).to.equal('none');
    frame.remove();
  });
});
