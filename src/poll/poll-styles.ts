import { css } from 'lit';

export const pollStyles = css`
  [part='title'] {
    margin: 0;
    font-size: 1.25em;
    font-weight: 700;
    line-height: 1.25;
    text-wrap: balance;
  }
  [part='title']:focus {
    outline: none;
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
  .choice :is(.description, .own-words) {
    margin-block: -0.3em 0.5em;
    margin-inline-start: 1.75em;
  }
  .own-words {
    inline-size: calc(100% - 1.75em);
    max-inline-size: 30em;
    min-block-size: 2.25em;
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
  .line {
    display: flex;
    gap: 0.25em 1em;
    align-items: baseline;
    justify-content: space-between;
    line-height: 1.3;
  }
  .tally {
    flex: none;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .leading .tally {
    font-weight: 700;
  }
  .mark {
    display: inline-block;
    color: var(--_muted);
    font-size: 0.8em;
    white-space: nowrap;
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
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin-block-start: 0.9em;
  }
`;
