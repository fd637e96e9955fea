import { css } from 'lit';

export const pollStyles = css`
  [part='title'] {
    position: relative;
    margin: 0;
    font-size: 1.25em;
    font-weight: 700;
    line-height: 1.25;
    text-wrap: balance;
  }
  p {
    margin: 0;
  }
  .status,
  .hint,
  .base,
  .total,
  .description,
  .optional,
  .written,
  .note {
    font-weight: 400;
    color: var(--_muted);
    font-size: 0.875em;
  }
  fieldset,
  .question {
    min-inline-size: 0;
    margin: 0.9em 0 0;
    padding: 0;
    border: 0;
  }
  legend,
  .legend {
    padding: 0;
    margin-block-end: 0.4em;
    font-weight: 600;
    line-height: 1.3;
  }
  .fault {
    color: var(--_error);
    font-weight: 600;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style-type: '';
  }
  .choice {
    border-block-start: 1px solid var(--_line);
  }
  .choice label {
    display: flex;
    gap: 0.6em;
    align-items: center;
    min-block-size: 2.5em;
    padding-block: 0.4em;
    cursor: pointer;
    touch-action: manipulation;
  }
  .choice input:not(.own-words) {
    flex: none;
    inline-size: 1.15em;
    block-size: 1.15em;
    margin: 0;
    accent-color: var(--_accent);
  }
  .choice .description,
  .own-words {
    margin-block: -0.3em 0.5em;
    margin-inline-start: 2em;
  }
  .own-words {
    display: block;
    inline-size: min(100% - 1.75em, 30em);
    min-block-size: 2.25em;
    margin-inline-start: 1.75em;
    padding: 0.3em 0.5em;
    border: 1px solid var(--_muted);
    border-radius: var(--_radius);
    background: transparent;
    color: inherit;
    font: inherit;
  }
  img {
    flex: none;
    max-inline-size: min(40%, 10em);
    block-size: auto;
    border-radius: var(--_radius);
  }
  .option {
    padding-block: 0.45em;
  }
  .option img {
    display: block;
    margin-block-end: 0.3em;
  }
  .total,
  .note,
  .written {
    margin-block-start: 0.6em;
  }
  .written ul {
    padding-inline-start: 1em;
    list-style: disc;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
    align-items: baseline;
    line-height: 1.3;
  }
  .what {
    flex: 1 1 6em;
  }
  .tally {
    margin-inline-start: auto;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .leading .tally {
    font-weight: 700;
  }
  .mark {
    display: inline-block;
    margin-inline-end: 0.35em;
    color: var(--_muted);
    font-size: 0.8em;
    white-space: nowrap;
  }
  .chosen {
    padding-inline: 0.45em;
    border: 1px solid;
    border-radius: 1em;
    color: var(--_accent);
    line-height: 1.35;
  }
  .chosen::before {
    content: '';
    display: inline-block;
    inline-size: 0.3em;
    block-size: 0.6em;
    margin-inline-end: 0.4em;
    border: solid;
    border-width: 0 0.13em 0.13em 0;
    rotate: 45deg;
    translate: 0 -0.08em;
  }
  .bar {
    block-size: 0.5em;
    margin-block-start: 0.3em;
    border-radius: 1px;
    background: color-mix(in srgb, currentcolor 10%, transparent);
    print-color-adjust: exact;
  }
  .bar::before {
    content: '';
    display: block;
    inline-size: var(--_share);
    block-size: 100%;
    border-radius: inherit;
    background: color-mix(in srgb, var(--_accent) 55%, transparent);
  }
  .leading .bar::before {
    background: var(--_accent);
  }
  .feedback > :not(:empty) {
    margin-block-start: 0.6em;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin-block-start: 0.9em;
  }
  @media (pointer: coarse) {
    .choice label {
      min-block-size: 44px;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .bar::before {
      transition: inline-size 0.3s;
    }
  }
  @media (forced-colors: active) {
    .bar {
      border: 1px solid;
    }
    .bar::before {
      background: CanvasText;
      forced-color-adjust: none;
    }
    .leading .bar::before {
      background: Highlight;
    }
  }
  @media print {
    .option {
      break-inside: avoid;
    }
  }
`;
