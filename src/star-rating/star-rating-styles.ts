import { css } from 'lit';

/**
 * Each star is one box. `<i>` is its outline, or its solid shape if the star is full. If the star
 * is partly full, `::after` shows the solid shape up to `--_fill` (0 to 1). So empty and full stars
 * differ by shape and not only by colour. The shapes are polygons, because a strict content
 * security policy blocks `data:` images and fonts.
 */
export const starRatingStyles = css`
  :host {
    --_star: 50% 2%, 65% 34%, 99% 38%, 74% 62%, 81% 97%, 50% 79%, 19% 97%, 26% 62%, 1% 38%, 35% 34%;
    --_m: 1.75em;
    --_size: var(--riac-rating-size, var(--_m));
    --_color: var(--riac-rating-color, var(--_accent));
  }
  :host([size='s']) {
    --_m: 1.25em;
  }
  :host([size='l']) {
    --_m: 2.5em;
  }
  /* Sentences keep the direction of their own language in pages of the other direction. */
  * {
    unicode-bidi: plaintext;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em var(--_gap);
  }
  /* A line of text, so that many stars break into lines of one length. The first star stands under
     the first letter of the prompt, however wide its target is. */
  #stars {
    --_box: max(var(--_least, var(--_target, 24px)), var(--_size) + 4px);
    margin-block-start: 0.25em;
    margin-inline: calc((var(--_size) - var(--_box)) / 2) var(--_gap);
    line-height: 0;
    text-wrap: balance;
    unicode-bidi: isolate;
    touch-action: manipulation;
  }
  /* Two halves are one target of 48 px: ten of 44 px would break stars across lines. */
  .half {
    --_least: 48px;
  }
  #stars,
  [part='bar'] {
    color: var(--_color);
    forced-color-adjust: none;
    print-color-adjust: exact;
  }
  [part='prompt'] {
    font-weight: 600;
  }
  /* Numbers have their room before they come: a line of their own where the rating is narrow. */
  .numbers {
    flex: 1 clamp(14em, (24em - 100%) * 999, 100%);
    min-block-size: 1.4em;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  /* Margins of a fallback paragraph would come and go with it. */
  ::slotted(p) {
    display: inline;
  }
  [part='summary'],
  [part='votes'],
  [part='reason'] {
    color: var(--_muted);
  }
  .star {
    position: relative;
    display: inline-block;
    inline-size: var(--_box);
    block-size: max(var(--_target, 24px), var(--_size) + 8px);
    border-radius: var(--_radius);
    outline-offset: 0;
  }
  .star[role] {
    cursor: pointer;
  }
  .star > *,
  .some::after {
    position: absolute;
    inset: 0;
    margin: auto;
    inline-size: var(--_size);
    block-size: var(--_size);
  }
  .half .star {
    inline-size: calc(var(--_box) / 2);
    overflow: hidden;
  }
  .half .star > *,
  .half .some::after {
    inset-inline: auto calc(var(--_size) / -2);
  }
  .half .star:nth-child(even) > *,
  .half .some:nth-child(even)::after {
    inset-inline: calc(var(--_size) / -2) auto;
  }
  .drawn i {
    background: currentcolor;
  }
  .drawn .some::after,
  [part='bar'] {
    content: '';
    background: linear-gradient(currentcolor 0 0) 0 0 / calc(100% * var(--_fill)) 100% no-repeat;
  }
  .drawn .some:dir(rtl)::after,
  [part='bar']:dir(rtl) {
    background-position: 100% 0;
  }
  .drawn .full,
  .drawn .some::after {
    clip-path: polygon(var(--_star));
  }
  .drawn i:not(.full) {
    clip-path: polygon(
      evenodd,
      var(--_star),
      50% 2%,
      50% 16%,
      61% 40%,
      86% 43%,
      68% 60%,
      73% 86%,
      50% 73%,
      27% 86%,
      32% 60%,
      14% 43%,
      39% 40%,
      50% 16%
    );
  }
  .symbol {
    overflow: hidden;
  }
  .symbol + .symbol {
    inline-size: calc(var(--_size) * var(--_fill, 0));
  }
  .symbol > * {
    display: block;
    inline-size: var(--_size);
    block-size: var(--_size);
  }
  [part~='own'] {
    background: linear-gradient(currentcolor 0 0) 50% 100% / 40% 3px no-repeat;
  }
  /* A line of buttons has its room before it comes, beside the stars or below them. Words beside
     them give way, and may come near the edges of that room. */
  [part='note'] {
    font-size: 0.8125em;
    line-height: 1.2;
  }
  :host(:not([readonly], [name])) [part='note'] {
    flex: 1 23em;
    min-block-size: max(2.75em, var(--_target, 0px));
  }
  [part='note'] button {
    padding-inline: 0.6em;
  }
  .told {
    flex: 1 5em;
  }
  .words,
  .told [part='error'] {
    flex: 1 8em;
    max-inline-size: max-content;
  }
  .words,
  .told {
    margin-block: -0.5em;
  }
  .primary + .told {
    display: none;
  }
  ul {
    display: grid;
    align-items: center;
    grid-template-columns: max-content minmax(4em, 16em) max-content;
    gap: 0.25em var(--_gap);
    margin: 0.5em 0 0;
    padding: 0;
    font-size: 0.875em;
  }
  li {
    display: contents;
  }
  [part='bar'] {
    block-size: 0.75em;
    background-color: var(--_line);
  }
  :host([disabled]) #stars,
  :host(:state(loading)) #stars,
  .star[aria-disabled] {
    opacity: 0.6;
  }
  @media (pointer: coarse) {
    :host(:not([readonly])) {
      --_target: 44px;
    }
  }
  @media (forced-colors: active) {
    :host {
      --_color: CanvasText;
      --_focus: Highlight;
    }
    [part='bar'] {
      outline: 1px solid;
      background-color: Canvas;
    }
  }
  @media print {
    [part='summary'][hidden] {
      display: inline;
    }
  }
`;
