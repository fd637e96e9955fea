import { css } from 'lit';

/**
 * Each star is one box: `::before` is the solid shape, filled up to `--_fill`, and `::after` the
 * outline, so that empty and full differ by shape. Polygons, since a strict content security policy
 * lets neither data: images nor fonts in.
 */
export const starRatingStyles = css`
  :host {
    --_size: var(--riac-rating-size, 1.75em);
  }
  :host([size='s']) {
    --_size: var(--riac-rating-size, 1.25em);
  }
  :host([size='l']) {
    --_size: var(--riac-rating-size, 2.5em);
  }
  .row,
  .note,
  #stars {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--_gap);
  }
  .row {
    gap: 0 calc(2 * var(--_gap));
  }
  #stars {
    gap: 0;
    margin-inline-start: -0.125em;
    color: var(--riac-rating-color, var(--_accent));
    touch-action: manipulation;
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
    position: relative;
    flex: none;
    inline-size: max(24px, var(--_size) + 0.25em);
    block-size: max(24px, var(--_size) + 0.5em);
    border-radius: var(--_radius);
    -webkit-tap-highlight-color: transparent;
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
  .star::before,
  .star::after,
  .symbol {
    position: absolute;
    inset: 0;
    margin: auto;
    inline-size: var(--_size);
    block-size: var(--_size);
  }
  .drawn .star::before,
  .drawn .star::after {
    content: '';
    background: linear-gradient(currentcolor 0 0) no-repeat;
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
  .drawn .star::before {
    background-size: var(--_fill) 100%;
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
  .star:dir(rtl)::before {
    background-position: 100% 0;
  }
  .symbol > * {
    display: block;
    inline-size: 100%;
    block-size: 100%;
  }
  .full {
    clip-path: inset(0 calc(100% - var(--_fill)) 0 0);
  }
  .full:dir(rtl) {
    clip-path: inset(0 0 0 calc(100% - var(--_fill)));
  }
  .half .star {
    inline-size: max(24px, var(--_size) / 2 + 0.125em);
    overflow: hidden;
  }
  .half .star::before,
  .half .star::after,
  .half .symbol {
    inset-inline: auto calc(var(--_size) / -2);
  }
  .half :nth-child(even)::before,
  .half :nth-child(even)::after,
  .half :nth-child(even) .symbol {
    inset-inline: calc(var(--_size) / -2) auto;
  }
  [part~='own'] {
    background: linear-gradient(currentcolor 0 0) 50% 100% / 40% 3px no-repeat;
  }
  .histogram {
    display: grid;
    grid-template-columns: max-content minmax(4em, 16em) max-content;
    gap: 0.25em var(--_gap);
    margin: 0.5em 0 0;
    padding: 0;
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
  }
  li {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: subgrid;
    align-items: center;
  }
  .bar {
    block-size: 0.75em;
    border-radius: var(--_radius);
    background: linear-gradient(currentcolor 0 0) no-repeat var(--_line);
    background-size: var(--_share) 100%;
    color: var(--riac-rating-color, var(--_accent));
    forced-color-adjust: none;
    print-color-adjust: exact;
  }
  .bar:dir(rtl) {
    background-position: 100% 0;
  }
  :host([disabled]) #stars,
  :host(:state(loading)) #stars {
    opacity: 0.6;
  }
  @media (pointer: coarse) {
    :host(:not([readonly])) .star {
      inline-size: max(44px, var(--_size) + 0.25em);
      block-size: max(44px, var(--_size) + 0.5em);
    }
  }
  @media (hover: hover) and (prefers-reduced-motion: no-preference) {
    .star::before,
    .star::after,
    .symbol {
      transition: scale 0.12s;
    }
    .star[role]:hover::before,
    .star[role]:hover::after,
    .star[role]:hover .symbol {
      scale: 1.15;
    }
  }
  @media (forced-colors: active) {
    #stars,
    .bar {
      color: CanvasText;
      --_focus: Highlight;
      --_line: Canvas;
    }
    .bar {
      border: 1px solid;
    }
  }
  @media print {
    [part='summary'][hidden] {
      display: inline;
    }
  }
  @media (max-width: 30em) {
    :host(:not([readonly])) .note {
      min-block-size: 44px;
    }
  }
`;
