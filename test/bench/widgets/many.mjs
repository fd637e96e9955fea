import { heap } from './measure.mjs';

/** How many widgets of a kind stand on a page. */
export const count = 200;

/** Columns of what `visit` gives. */
export const widgetTitles = {
  create: 'Create 200, ms',
  update: 'Update 200, ms',
  heap: 'Heap each, B',
  elements: 'Elements each',
  painted: 'First one painted after, ms',
  longest: 'Longest task, ms',
  shift: 'Layout shift',
};

/** From the start of a visit until the one widget of a page is painted; `one` is its markup. */
async function firstPaint(stage, { head, one, ready }) {
  if (!one) return undefined;
  const { page, close } = await stage.open(head, one);
  const painted = await page.evaluate(`probe.painted(() => ${ready})`);
  await close();
  return painted;
}

/**
 * A page with one widget, then one with many, which `script` makes and changes in `#stage`; it answers
 * `{create, update}` in milliseconds for all. Heap and elements are per widget.
 */
export async function visit(stage, widget, script) {
  const painted = await firstPaint(stage, widget);
  const { page, session, close } = await stage.open(widget.head, '<div id="stage"></div>');
  const before = await heap(session);
  const times = await page.evaluate(script);
  const after = await heap(session);
  const elements = await page.evaluate(`probe.nodes(document.querySelector('#stage'))`);
  const { longest, shift } = await page.evaluate('probe');
  await close();
  const each = { heap: (after - before) / count, elements: elements / count };
  return { ...times, ...each, painted, longest, shift };
}
