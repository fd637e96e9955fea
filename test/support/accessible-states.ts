import { expect, fixture, html } from '@open-wc/testing';
import {
  executeServerCommand,
  getSnapshot,
  getSnapshotConfig,
  saveSnapshot,
} from '@web/test-runner-commands';
import type { default as Axe } from 'axe-core';
import 'axe-core/axe.min.js';
import { show } from '../pictures/show.js';
import type { PictureState } from '../pictures/state.js';

const { axe } = window as unknown as { axe: typeof Axe };

/** All states of a widget, with the texts of the page in a language. */
type StatesIn = (lang: string) => readonly PictureState[];

/**
 * What axe finds, with the rule for the size of targets, which it leaves out unless asked. Forced
 * colours are the browser's own choice, while axe sees those of the style sheet.
 */
async function findings(place: Element, forced: boolean): Promise<string[]> {
  const { violations } = await axe.run(place, {
    resultTypes: ['violations'],
    rules: { 'target-size': { enabled: true }, 'color-contrast': { enabled: !forced } },
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  );
}

const isChromium = /Chrome\//.test(navigator.userAgent);

/** How a page may look. Axe reads the style sheets alike in all engines, and hangs WebKit in the end. */
const looks: [name: string, style: string, features?: object[]][] = [
  ['light', 'color-scheme: light'],
  ['dark', 'color-scheme: dark'],
  ['right to left', 'color-scheme: light; direction: rtl'],
  ['320 px wide', 'color-scheme: light; inline-size: 320px'],
  ['forced colours', 'color-scheme: dark', [{ name: 'forced-colors', value: 'active' }]],
];
const tried = isChromium ? looks : looks.slice(0, 1);

const pretend = (features: object[] = []) =>
  executeServerCommand<boolean, object>('emulate-features', { features });

/** A vote that a back end holds outlives its page, and keeps one of the browser's connections. */
let heal: () => Promise<void> = async () => {};

async function place(state: PictureState, lang: string): Promise<HTMLElement> {
  const page = await fixture<HTMLElement>(html`<div lang=${lang}></div>`);
  const { api } = await show(page, state);
  heal = api.heal;
  return page;
}

/** Tests that axe finds nothing in any state, language and look. */
export function testFindings(statesIn: StatesIn): void {
  describe('what axe finds', () => {
    beforeEach(() => localStorage.clear());
    afterEach(() => heal());
    afterEach(() => pretend());

    for (const lang of ['en', 'ru']) {
      for (const state of statesIn(lang)) {
        it(`is nothing in ${lang} in the state “${state.name}”, however it looks`, async () => {
          const page = await place(state, lang);
          for (const [look, style, features] of tried) {
            await pretend(features);
            page.style.cssText = `${style}; background: Canvas; color: CanvasText`;
            expect(await findings(page, Boolean(features)), look).to.deep.equal([]);
          }
        });
      }
    }
  });
}

/**
 * Tests what assistive technology gets in every state and language against the snapshots beside the
 * test file. Only Chromium's protocol tells the tree. `npx wtr --update-snapshots` writes what is
 * seen anew.
 */
export function testTrees(statesIn: StatesIn): void {
  if (!isChromium) return;
  describe('what assistive technology gets', () => {
    beforeEach(() => localStorage.clear());
    afterEach(() => heal());

    for (const lang of ['en', 'ru']) {
      for (const state of statesIn(lang)) {
        it(`is as it was in ${lang} in the state “${state.name}”`, async () => {
          await place(state, lang);
          const content = await executeServerCommand<string, undefined>('accessibility-tree');
          const name = `${state.name}, ${lang}`;
          const { updateSnapshots } = (await getSnapshotConfig()) as { updateSnapshots: boolean };
          if (updateSnapshots) return saveSnapshot({ name, content });
          expect(content).to.equal(await getSnapshot({ name }));
        });
      }
    }
  });
}
