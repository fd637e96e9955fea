import { css } from 'lit';

/**
 * Each star is one box: `::before` is the solid shape, filled up to its share of `--_fill`, and
 * `::after` the outline, so that empty and full differ by shape. Polygons, since a strict content
 * security policy lets neither data: images nor fonts in.
 */
export const starRatingStyles = css`
  :host {
    --_size: var(--riac-rating-size, 1.75em);
    --_color: var(--riac-rating-color, var(--_accent));
  }
  :host([size='s']) {
    --_size: var(--riac-rating-size, 1.25em);
  }
  :host([size='l']) {
    --_size: var(--riac-rating-size, 2.5em);
  }
  .row,
  .note {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--_gap);
  }
  #stars {
    display: flex;
    flex-wrap: wrap;
    touch-action: manipulation;
    color: var(--_color);
    forced-color-adjust: none;
    print-color-adjust: exact;
  }
  .star {
    position: relative;
    inline-size: max(24px, var(--_size) + 0.25em);
    block-size: max(24px, var(--_size) + 0.5em);
    border-radius: var(--_radius);
    --_i: 0;
  }
  .star[role] {
    cursor: pointer;
  }
  .star[aria-disabled] {
    cursor: progress;
  }
  .star::before,
  .star::after {
    content: '';
    position: absolute;
    inset: 0;
    margin: auto;
    inline-size: var(--_size);
    block-size: var(--_size);
    background: linear-gradient(currentcolor 0 0) no-repeat;
  }
  .star::before {
    background-size: calc(100% * clamp(0, var(--_fill) - var(--_i), 1)) 100%;
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
  .star::after {
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
  .own {
    background: linear-gradient(currentcolor 0 0) 50% 100% / 40% 3px no-repeat;
  }
  .star:focus-visible {
    z-index: 1;
  }
  .star:nth-child(2) {
    --_i: 1;
  }
  .star:nth-child(3) {
    --_i: 2;
  }
  .star:nth-child(4) {
    --_i: 3;
  }
  .star:nth-child(5) {
    --_i: 4;
  }
  .star:nth-child(6) {
    --_i: 5;
  }
  .star:nth-child(7) {
    --_i: 6;
  }
  .star:nth-child(8) {
    --_i: 7;
  }
  .star:nth-child(9) {
    --_i: 8;
  }
  .star:nth-child(10) {
    --_i: 9;
  }
  @media (pointer: coarse) {
    :host(:not([readonly])) .star {
      inline-size: max(44px, var(--_size) + 0.25em);
      block-size: max(44px, var(--_size) + 0.5em);
    }
  }
`;
