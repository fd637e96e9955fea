import { html, nothing } from 'lit';
import type { Translate } from '../element/messages.js';
import { webAddress } from '../element/page-item.js';
import { type PollOption, type PollQuestion, otherOption } from '../contract/poll.js';

/** "1. What should come first?", with the text kept apart from its surroundings' direction. */
export const renderQuestionText = ({ text }: PollQuestion, number: number, translate: Translate) =>
  html`${translate('count', { n: number })}. <bdi part="text">${text}</bdi>`;

/** The words of an option; those of the write-in, and an option without any, have others. */
export const labelOf = ({ id, label }: PollOption, translate: Translate) =>
  label || (id === otherOption ? translate('other') : id);

export const renderDescription = ({ description }: PollOption, id: string | typeof nothing) =>
  description ? html`<p part="description" id=${id}><bdi>${description}</bdi></p>` : nothing;

/** The picture, with its size said beforehand so that nothing moves when it comes. */
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
