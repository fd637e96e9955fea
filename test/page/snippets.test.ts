import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { cleanText } from '../../demo/site/configure/accept.js';
import { codeFor } from '../../demo/site/configure/code.js';
import type { Widget } from '../../demo/site/configure/widgets.js';
import { type Choice, choiceOf, looksOf } from '../support/configurations.js';

/** Served by the test server; no module that a compiler could find. */
const bundlePath: string = '/riac-widgets.js';
const script = 'https://widgets.example/riac-widgets.js';

describe('a snippet of HTML', () => {
  let widgets: Widget[] = [];

  before(async () => {
    await import(bundlePath);
    ({ widgets } = await (await fetch('/configure/options.json')).json());
  });

  /** What the browser makes of a snippet; nothing in it runs. */
  function parsed(code: string): HTMLElement {
    const box = document.createElement('div');
    box.innerHTML = code;
    return box;
  }

  function upgraded(element: Element): Record<string, unknown> {
    customElements.upgrade(element);
    return element as unknown as Record<string, unknown>;
  }

  function byHand({ tag }: Widget, { options }: Choice): Element {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(options)) {
      element.setAttribute(name, value === true ? '' : value);
    }
    return element;
  }

  const attributesOf = (element: Element) =>
    Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));

  function sheetOf(box: HTMLElement): [string, string][] {
    const text = box.querySelector('style')?.textContent;
    if (!text) return [];
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    expect(sheet.cssRules).to.have.length(1);
    const { style } = sheet.cssRules[0] as CSSStyleRule;
    return [...style].map((name) => [name, style.getPropertyValue(name)]);
  }

  const everyWidget = (check: (widget: Widget, configuration: Choice) => void) => {
    for (const widget of widgets) {
      fc.assert(
        fc.property(choiceOf(widget, cleanText), (configuration) => check(widget, configuration)),
        { numRuns: 100 },
      );
    }
  };

  for (const tab of ['html', 'self-hosted'] as const) {
    it(`(${tab}) makes the element that was chosen, whatever is in it`, () => {
      const bundle = { integrity: 'sha384-abc' };
      everyWidget((widget, configuration) => {
        const box = parsed(codeFor(tab, configuration, widget, { script, bundle }));
        const tags = [...box.children].map(({ localName }) => localName);
        const looks = looksOf(configuration);
        expect(tags).to.deep.equal(['script', ...(looks.length ? ['style'] : []), widget.tag]);
        const [element] = box.querySelectorAll(widget.tag);
        if (!element) throw new Error('no element');
        const wanted = byHand(widget, configuration);
        expect(attributesOf(element)).to.deep.equal(attributesOf(wanted));
        const [made, meant] = [upgraded(element), upgraded(wanted)];
        for (const { property } of widget.attributes) {
          expect(made[property], property).to.deep.equal(meant[property]);
        }
        expect(sheetOf(box)).to.have.deep.members(looks);
      });
    });
  }

  it('(cms) is one div that carries it all', () => {
    everyWidget((widget, configuration) => {
      const box = parsed(codeFor('cms', configuration, widget, { script }));
      expect([...box.children].map(({ localName }) => localName)).to.deep.equal(['script', 'div']);
      const element = box.lastElementChild as HTMLElement;
      const carried = attributesOf(element);
      expect(carried['data-riac']).to.equal(widget.name);
      for (const other of ['data-riac', 'style']) Reflect.deleteProperty(carried, other);
      const wanted = Object.entries(attributesOf(byHand(widget, configuration)));
      expect(carried).to.deep.equal(
        Object.fromEntries(wanted.map(([attribute, value]) => [`data-${attribute}`, value])),
      );
      const looks = [...element.style].map((each) => [each, element.style.getPropertyValue(each)]);
      expect(looks).to.have.deep.members(looksOf(configuration));
    });
  });

  it('(cms) becomes the element that was chosen, by the script itself', async () => {
    const box = document.createElement('div');
    // Out of sight, where an element asks for nothing.
    box.hidden = true;
    document.body.append(box);
    for (const widget of widgets) {
      await fc.assert(
        fc.asyncProperty(choiceOf(widget, cleanText), async (configuration) => {
          box.innerHTML = codeFor('cms', configuration, widget, { script });
          await Promise.resolve();
          const [element, ...more] = box.querySelectorAll(widget.tag);
          if (!element) throw new Error('the carrier carries nothing');
          expect(more).to.have.length(0);
          const wanted = byHand(widget, configuration);
          box.append(wanted);
          expect(attributesOf(element)).to.deep.equal(attributesOf(wanted));
          const [made, meant] = [upgraded(element), upgraded(wanted)];
          for (const { property } of widget.attributes) {
            expect(made[property], property).to.deep.equal(meant[property]);
          }
          const styles = getComputedStyle(element);
          for (const [name, value] of looksOf(configuration)) {
            expect(styles.getPropertyValue(name), name).to.equal(value);
          }
        }),
        { numRuns: 60 },
      );
    }
    box.remove();
  });
});
