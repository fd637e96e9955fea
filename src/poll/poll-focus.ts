import type { PollStage } from './poll-stage.js';

/** Moves the focus once to where the stage asks: the heading or the first fault. */
export function moveFocus(root: ParentNode, stage: PollStage): void {
  const find = (selector: string) => root.querySelector<HTMLElement>(selector);
  const first = () =>
    find('.faulty')?.querySelector<HTMLElement>('[aria-invalid]') ?? find('.faulty input');
  const target = stage.focus === 'title' ? find('#title') : stage.focus && first();
  stage.focus = undefined;
  target?.focus();
}
