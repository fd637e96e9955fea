import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import type { AxeResults } from 'axe-core';
import { until } from '../support/wait.js';

const axeSource = '/node_modules/axe-core/axe.min.js';

interface Axe {
  run(options: object): Promise<AxeResults>;
}

/** Paths of the site's pages, as the list for search engines has them. */
export async function sitePaths(): Promise<string[]> {
  const list = await (await fetch('/sitemap.xml')).text();
  return [...list.matchAll(/<loc>([^<]*)<\/loc>/g)].map(
    ([, address = '']) => new URL(address, location.href).pathname,
  );
}

/** The page in a frame with axe in it, once its widgets are there. */
async function open(path: string) {
  const frame = document.createElement('iframe');
  frame.width = '1280';
  frame.height = '12000';
  // The test page has the front page's place.
  frame.src = path === '/' ? '/index.html' : path;
  document.body.append(frame);
  await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  const page = frame.contentDocument;
  if (!page) throw new Error(`${path} cannot be read`);
  const loading = 'riac-poll:state(loading), riac-star-rating:state(loading)';
  const isLoaded = () => {
    const waiting = page.querySelector(loading);
    // Those far from the screen wait until a reader comes near.
    waiting?.scrollIntoView();
    return !waiting;
  };
  await until(isLoaded, `the widgets of ${path}`);
  const script = page.createElement('script');
  script.src = axeSource;
  page.head.append(script);
  await new Promise((resolve) => script.addEventListener('load', resolve, { once: true }));
  return { frame, axe: (frame.contentWindow as unknown as { axe: Axe }).axe };
}

const inColours = (scheme: string) =>
  executeServerCommand('emulate-features', {
    features: [{ name: 'prefers-color-scheme', value: scheme }],
  });

const told = ({ violations }: AxeResults) =>
  violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);

/** Whether axe objects to a page: to anything in light colours, to contrasts also in dark ones. */
export async function expectNoFindings(path: string): Promise<void> {
  await inColours('light');
  const { frame, axe } = await open(path);
  const light = told(await axe.run({ resultTypes: ['violations'] }));
  await inColours('dark');
  const contrast = { type: 'rule', values: ['color-contrast'] };
  const dark = told(await axe.run({ resultTypes: ['violations'], runOnly: contrast }));
  frame.remove();
  await executeServerCommand('emulate-features', { features: [] });
  expect({ light, dark }).to.deep.equal({ light: [], dark: [] });
}
