import { render } from 'lit';
import { type FakeEndpoint, fakeEndpoint } from '../support/fake-endpoint.js';
import { until } from '../support/wait.js';
import type { PictureState } from './state.js';

const isThere = (widget: HTMLElement) => !widget.matches(':state(loading)');

/** Puts one state into the page and brings it about. */
export async function show(
  cell: HTMLElement,
  state: PictureState,
): Promise<{ widget: HTMLElement; api: FakeEndpoint }> {
  const { name, items, plans = [], markup, ready = isThere, act } = state;
  const api = await fakeEndpoint(items);
  for (const plan of plans) await api.plan(plan);
  const place = document.createElement('div');
  cell.append(place);
  render(markup(api.url), place);
  const widget = place.firstElementChild;
  if (!(widget instanceof HTMLElement)) throw new Error(`no widget in ${name}`);
  await (widget as HTMLElement & { updateComplete?: Promise<unknown> }).updateComplete;
  await until(() => ready(widget), `“${name}” to be there`);
  await act?.(widget, api);
  return { widget, api };
}
