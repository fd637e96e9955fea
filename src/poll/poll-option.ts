import { html, nothing } from 'lit';
import type { Translate } from '../element/messages.js';
import { webAddress } from '../element/page-item.js';
import { type PollOption, type PollQuestion, otherOption } from '../contract/poll.js';

/**
 * Renders a numbered question, such as "1. What should come first?". The text keeps its own
 * direction.
 */
export const renderQuestionText = ({ text }: PollQuestion, number: number, translate: Translate) =>
  html`${translate('count', { n: number })}. <bdi part="text">${text}</bdi>`;

/**
 * Returns the label of an option. The option `other` and an option without a label get texts of
 * their own.
 */
export const labelOf = ({ id, label }: PollOption, translate: Translate) =>
  label || (id === otherOption ? translate('other') : id);

export const renderDescription = ({ description }: PollOption, id: string | typeof nothing) =>
  description ? html`<p part="description" id=${id}><bdi>${description}</bdi></p>` : nothing;

/** Renders the picture of an option, with its size if known, so that nothing moves when it loads. */
export function renderImage({ image }: PollOption) {
  const src = webAddress(image?.src)?.href;
  if (!image || !src) return nothing;
  const { alt, width, height } = image;
  return html`<img
    part="image"
    src=${src}
    alt=${alt}
    width=${width ?? nothing}
    height=${height ?? nothing}
    loading="lazy"
    decoding="async"
  />`;
}
