import { type TemplateResult, html, nothing } from 'lit';
import type { Translate } from './messages.js';
import type { RequestError } from '../data/request-error.js';
import type { View } from '../data/view.js';

/** Why something failed, in the reader's words; never text of the server's. */
export function problemText(error: RequestError, translate: Translate): string {
  if (error.failure !== 'refused') return translate(error.failure);
  const fallback = error.transient ? 'unavailable' : 'refused';
  const code = error.code || (error.status === 404 ? 'not_found' : '');
  return (code && translate(code)) || translate(fallback);
}

export interface FeedbackOptions {
  readonly translate: Translate;
  /** True on the one copy that speaks; the others show the same text silently. */
  readonly lead: boolean;
  /** True where the page forbids input: what went wrong is said, and nothing can be pressed. */
  readonly fixed: boolean;
  /** What to say politely about the present state; `''` for nothing. */
  readonly said: string;
  retry(): void;
  dismiss(): void;
}

const button = (label: string, press: () => void) =>
  html`<button type="button" part="button" @click=${press}>${label}</button>`;

function problem(view: View<unknown, unknown>, options: FeedbackOptions) {
  if (!('error' in view)) return nothing;
  const { translate, fixed, retry, dismiss } = options;
  const queued = view.phase === 'queued';
  // Asking again for what is closed or gone cannot help.
  const { status, code } = view.error;
  const final = [409, 410].includes(status) || code === 'already_voted';
  const hopeful = !fixed && (queued || !final);
  return html`<span part="error"
      >${problemText(view.error, translate)} ${queued ? translate('queued') : nothing}</span
    >
    ${hopeful ? button(translate(queued ? 'send_now' : 'retry'), retry) : nothing}
    ${queued && !fixed ? button(translate('dismiss'), dismiss) : nothing}`;
}

/**
 * The line under a widget that tells what happened: politely for success, assertively for faults,
 * with the actions that help. Announced by the leading copy only.
 */
export function renderFeedback(
  view: View<unknown, unknown>,
  options: FeedbackOptions,
): TemplateResult {
  const said = options.said || nothing;
  const wrong = problem(view, options);
  const { lead } = options;
  return html`<div part="feedback" class="feedback">
    <div role="status">${lead ? said : nothing}</div>
    <div role="alert">${lead ? wrong : nothing}</div>
    ${
      lead
        ? nothing
        : html`<div>${said}</div>
            <div>${wrong}</div>`
    }
  </div>`;
}
