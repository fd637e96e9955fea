import { type TemplateResult, html, nothing } from 'lit';
import { serverNow } from '../data/clock.js';
import type { PollScene } from './poll-scene.js';
import { isVisible } from '../contract/poll.js';
import { timeWords } from './poll-time.js';

/** Renders the title of the poll, and when voting opens, closes or closed. */
export function renderHeading(scene: PollScene, level: number, lang: string): TemplateResult {
  const { poll, stage, translate } = scene;
  const results = stage.screen === 'results' && isVisible(poll);
  const time = timeWords(poll, serverNow(), lang, translate);
  return html`<div part="title" id="title" role="heading" aria-level=${level} tabindex="-1">
      <bdi>${poll.title || translate(stage.state === 'closed' ? 'conducted' : 'poll')}</bdi>${
        results ? html`<span class="hidden">${` (${translate('results')})`}</span>` : nothing
      }
    </div>
    ${time && html`<p part="status">${time}</p>`}`;
}
