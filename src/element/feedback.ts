import { type TemplateResult, html, nothing } from 'lit';
import type { Translate } from './messages.js';
import type { RequestError } from '../data/request-error.js';
import type { View } from '../data/view.js';

/**
 * Returns a message about a failure in the reader's language. It never contains text from the
 * server.
 */
export function problemText(error: RequestError, translate: Translate): string {
  if (error.failure !== 'refused') return translate(error.failure);
  const fallback = error.transient ? 'unavailable' : 'refused';
  const code = error.code || (error.status === 404 ? 'not_found' : '');
  return (code && translate(code)) || translate(fallback);
}

export interface FeedbackOptions {
  readonly translate: Translate;
  /**
   * True for the one element of an item that makes announcements. The others show the same text
   * without a live region.
   */
  readonly lead: boolean;
  /** True if the page forbids input. The feedback then shows the failure without buttons. */
  readonly fixed: boolean;
  /** The text for the polite live region; `''` for none. */
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
  // A retry cannot help if voting is closed or the item is gone.
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
 * Renders the line under a widget with the outcome of a vote or a failure, and with buttons that
 * help. The leading element announces success politely (`role="status"`) and failures assertively
 * (`role="alert"`).
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
