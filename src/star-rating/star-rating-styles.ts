import { css } from 'lit';

/**
 * Each star is one box: `::before` is the solid shape, filled up to `--_fill` (0 to 1), and `::after` the
 * outline, so that empty and full differ by shape. Polygons, since a strict content security policy
 * lets neither data: images nor fonts in.
 */
export const starRatingStyles = css`
  :host {
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
  .row,
  #stars {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em var(--_gap);
  }
  #stars {
    gap: 0;
    margin-inline: -0.125em var(--_gap);
    touch-action: manipulation;
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
  [part='summary'],
  [part='votes'],
  [part='reason'] {
    color: var(--_muted);
  }
  .star {
    --_at: 50%;
    --_fill: 0;
    --_width: calc(var(--_size) + 0.25em);
    position: relative;
    inline-size: max(var(--_target, 24px), var(--_width));
    block-size: max(var(--_target, 24px), var(--_size) + 0.5em);
    border-radius: var(--_radius);
  }
  .star[role] {
    cursor: pointer;
  }
  .star[aria-disabled] {
    cursor: progress;
  }
  .star:focus-visible {
    z-index: 1;
  }
  /* Two halves are one target of 48 px: ten of 44 px would break stars across lines. */
  .half .star {
    --_target: 24px;
    --_at: 100%;
    --_width: calc(var(--_size) / 2 + 0.125em);
    overflow: hidden;
  }
  .half :nth-child(even) {
    --_at: 0%;
  }
  .star::before,
  .star::after,
  .symbol {
    position: absolute;
    inset-block: 0;
    inset-inline-start: calc(var(--_at) - var(--_size) / 2);
    margin-block: auto;
    inline-size: var(--_size);
    block-size: var(--_size);
  }
  .drawn .star::before,
  .drawn .star::after,
  [part='bar'] {
    content: '';
    background: linear-gradient(currentcolor 0 0) no-repeat;
  }
  .drawn .star::before,
  [part='bar'] {
    background-size: calc(100% * var(--_fill)) 100%;
  }
  .star:dir(rtl)::before,
  [part='bar']:dir(rtl) {
    background-position: 100% 0;
  }
  .drawn .star::before {
    clip-path: polygon(
      50% 2%,
      65% 34%,
      99% 38%,
      74% 62%,
      81% 97%,
      50% 79%,
      19% 97%,
      26% 62%,
      1% 38%,
      35% 34%
    );
  }
  .drawn .star::after {
    clip-path: polygon(
      evenodd,
      50% 2%,
      65% 34%,
      99% 38%,
      74% 62%,
      81% 97%,
      50% 79%,
      19% 97%,
      26% 62%,
      1% 38%,
      35% 34%,
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
    inline-size: calc(var(--_size) * var(--_fill));
  }
  .symbol > * {
    display: block;
    inline-size: var(--_size);
    block-size: var(--_size);
  }
  [part~='own'] {
    background: linear-gradient(currentcolor 0 0) 50% 100% / 40% 3px no-repeat;
  }
  .quiet {
    border-color: transparent;
    padding-inline: 0.25em;
    text-decoration: underline;
  }
  ul {
    display: grid;
    grid-template-columns: max-content minmax(4em, 16em) max-content;
    gap: 0.25em var(--_gap);
    margin: 0.5em 0 0;
    padding: 0;
    font-size: 0.875em;
  }
  li {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: subgrid;
    align-items: center;
  }
  [part='bar'] {
    block-size: 0.75em;
    background-color: var(--_line);
  }
  :host([disabled]) #stars,
  :host(:state(loading)) #stars {
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
  @media (max-width: 30em) {
    :host(:not([readonly])) [part='note'] {
      min-block-size: 44px;
    }
  }
`;
