import { expect, fixture, html } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import type { StarRatingElement } from '../../src/star-rating/star-rating-element.js';
import './rating-page.js';
import {
  button,
  buttons,
  checkedStar,
  click,
  fills,
  focusedStar,
  group,
  star,
  stars,
} from './rating-page.js';

async function mountForm(attributes: Record<string, string> = {}) {
  const form = await fixture<HTMLFormElement>(
    html`<form>
      <fieldset><button>Save</button></fieldset>
    </form>`,
  );
  const element = document.createElement('riac-star-rating');
  const all = Object.entries({ name: 'stars', ...attributes });
  for (const [name, value] of all) element.setAttribute(name, value);
  form.querySelector('fieldset')?.prepend(element);
  await element.updateComplete;
  return { form, element, sent: () => new FormData(form).get('stars') };
}

const heardBy = (element: StarRatingElement) => {
  const heard: string[] = [];
  for (const type of ['input', 'change', 'riac-vote', 'riac-before-vote', 'riac-error']) {
    element.addEventListener(type, () => heard.push(`${type} ${element.value}`));
  }
  return heard;
};

describe('a rating without an endpoint', () => {
  afterEach(() => resetMouse());

  it('is a form control that a click sets', async () => {
    const { element, sent } = await mountForm();
    expect([element.value, sent()]).to.deep.equal([null, null]);
    const heard = heardBy(element);
    await click(star(element, 4));
    await element.updateComplete;
    expect([element.value, sent(), checkedStar(element)]).to.deep.equal([4, '4', 4]);
    expect(heard).to.deep.equal(['input 4', 'change 4']);
    await click(star(element, 4));
    expect(heard.length, 'the same star again').to.equal(2);
  });

  it('is set by arrows as native radios are, since nothing is sent', async () => {
    const { element, sent } = await mountForm({ value: '2' });
    element.focus();
    await sendKeys({ press: 'ArrowRight' });
    await element.updateComplete;
    expect([sent(), focusedStar(element), checkedStar(element)]).to.deep.equal(['3', 3, 3]);
    expect(buttons(element).map(({ innerText }) => innerText)).to.deep.equal(['Clear']);
  });

  it('is emptied by a button, unless it is required', async () => {
    const { element, sent } = await mountForm({ value: '2' });
    button(element, 'Clear').focus();
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    expect([element.value, sent(), checkedStar(element)]).to.deep.equal([null, null, 0]);
    expect(element.shadowRoot?.activeElement, 'where no key acts').to.equal(group(element));
    element.required = true;
    element.value = 3;
    await element.updateComplete;
    expect(buttons(element)).to.be.empty;
  });

  it('fires nothing when the page sets it', async () => {
    const { element, sent } = await mountForm();
    const heard = heardBy(element);
    element.value = 5;
    await element.updateComplete;
    expect(sent()).to.equal('5');
    expect(heard).to.be.empty;
  });

  it('goes back to its attribute with the form', async () => {
    const { form, element, sent } = await mountForm({ value: '2' });
    element.value = 5;
    await element.updateComplete;
    form.reset();
    await element.updateComplete;
    expect(sent()).to.equal('2');
  });

  it('comes back from the history', async () => {
    const { element, sent } = await mountForm();
    element.formStateRestoreCallback('3');
    await element.updateComplete;
    expect(sent()).to.equal('3');
  });

  it('is missed when it is required and empty', async () => {
    const { form, element } = await mountForm({ required: '' });
    expect(form.checkValidity()).to.be.false;
    expect(element.matches(':invalid')).to.be.true;
    star(element, 1).click();
    await element.updateComplete;
    expect(form.checkValidity()).to.be.true;
  });

  it('tells that a choice must be made', async () => {
    const { element } = await mountForm({ required: '' });
    expect(group(element).getAttribute('aria-required')).to.equal('true');
    element.required = false;
    await element.updateComplete;
    expect(group(element).hasAttribute('aria-required')).to.be.false;
  });

  it('gets the focus from the form when it is missed', async () => {
    const { form, element } = await mountForm({ required: '' });
    form.reportValidity();
    expect(focusedStar(element)).to.equal(1);
  });

  it('is disabled with its fieldset', async () => {
    const { form, element, sent } = await mountForm({ value: '3' });
    const fieldset = form.querySelector('fieldset');
    fieldset?.setAttribute('disabled', '');
    await element.updateComplete;
    expect(group(element).getAttribute('role')).to.equal('img');
    expect(group(element).getAttribute('aria-label')).to.equal('3 stars of 5');
    expect(sent()).to.equal(null);
    fieldset?.removeAttribute('disabled');
    await element.updateComplete;
    expect(group(element).getAttribute('role')).to.equal('radiogroup');
    expect(sent()).to.equal('3');
  });

  it('offers up to ten stars, by digits too', async () => {
    const { element, sent } = await mountForm({ max: '10' });
    expect(stars(element).length).to.equal(10);
    element.focus();
    await sendKeys({ press: '8' });
    await element.updateComplete;
    expect(sent()).to.equal('8');
  });

  for (const [max, count] of [
    ['0', 5],
    ['abc', 5],
    ['-3', 5],
    ['', 5],
    ['3', 3],
    ['1', 1],
    ['11', 10],
    ['1e9', 10],
  ] as const) {
    it(`has ${count} stars for max="${max}"`, async () => {
      const { element } = await mountForm({ max });
      expect(stars(element).length).to.equal(count);
    });
  }

  for (const [step, count] of [
    ['0', 5],
    ['abc', 5],
    ['-0.5', 5],
    ['0.1', 5],
    ['0.5', 10],
  ] as const) {
    it(`has ${count} choices for step="${step}"`, async () => {
      const { element } = await mountForm({ step });
      expect(stars(element).length).to.equal(count);
    });
  }

  it('warns the developer once of a value above the scale', async () => {
    const warned: string[] = [];
    const warn = console.warn;
    console.warn = (text: string) => warned.push(text);
    await mountForm({ value: '7', readonly: '' });
    const { element } = await mountForm({ value: '7', readonly: '' });
    console.warn = warn;
    expect(fills(element)).to.deep.equal([100, 100, 100, 100, 100]);
    expect(warned).to.deep.equal(['riac-star-rating: value 7 shown as 5']);
  });

  for (const [value, shown] of [
    ['abc', null],
    ['-1', null],
    ['Infinity', 5],
    ['9', 5],
    ['3.4', 3],
  ] as const) {
    it(`takes value="${value}" for ${shown ?? 'none'}`, async () => {
      const { element } = await mountForm({ value });
      expect(element.value).to.equal(shown);
    });
  }

  it('shows any fraction when it is read-only', async () => {
    const { element } = await mountForm({ value: '3.4', readonly: '' });
    expect(fills(element).map(Math.round)).to.deep.equal([100, 100, 100, 40, 0]);
    expect(group(element).getAttribute('aria-label')).to.equal('3.4 stars of 5');
  });
});

describe('a rating by half stars', () => {
  afterEach(() => resetMouse());

  it('has a radio for each half', async () => {
    const { element } = await mountForm({ step: '0.5' });
    expect(stars(element).length).to.equal(10);
    expect(star(element, 1).getAttribute('aria-label')).to.equal('0.5 stars of 5');
    expect(star(element, 2).getAttribute('aria-label')).to.equal('1 star of 5');
    expect(star(element, 7).getAttribute('aria-label')).to.equal('3.5 stars of 5');
  });

  it('never drifts: keys count in whole steps', async () => {
    const { element, sent } = await mountForm({ step: '0.5' });
    element.focus();
    await sendKeys({ press: ' ' });
    const seen: unknown[] = [sent()];
    for (let step = 0; step < 10; step++) {
      await sendKeys({ press: 'ArrowRight' });
      await element.updateComplete;
      seen.push(sent());
    }
    expect(seen).to.deep.equal(['0.5', '1', '1.5', '2', '2.5', '3', '3.5', '4', '4.5', '5', '0.5']);
  });

  it('takes the half that the mouse is on, also where writing runs right to left', async () => {
    for (const dir of ['ltr', 'rtl']) {
      const { element, sent } = await mountForm({ step: '0.5', dir });
      const [first, second] = [star(element, 5), star(element, 6)].map((half) =>
        half.getBoundingClientRect(),
      );
      if (!first || !second) throw new Error('no halves');
      const [start, end] = dir === 'ltr' ? [first, second] : [second, first];
      expect(start.right).to.be.closeTo(end.left, 0.5);
      const y = Math.round(first.top + first.height / 2);
      const x = Math.round(first.left + first.width / 2);
      await sendMouse({ type: 'click', position: [x, y] });
      await element.updateComplete;
      expect(sent(), dir).to.equal('2.5');
      await resetMouse();
    }
  });

  it('has targets of at least 24 by 24 CSS pixels', async () => {
    const { element } = await mountForm({ step: '0.5', size: 's' });
    for (const { width, height } of stars(element).map((half) => half.getBoundingClientRect())) {
      expect(Math.min(width, height)).to.be.at.least(24);
    }
  });
});
