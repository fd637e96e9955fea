import { css } from 'lit';

/** Styles every `p` as small print. The length of a bar is its exact share. */
export const pollStyles = css`
  #title {
    position: relative;
    font-size: 1.25em;
    font-weight: 700;
    line-height: 1.25;
    text-wrap: balance;
  }
  p,
  small {
    margin: 0;
    color: var(--_muted);
    font-size: 0.875em;
    font-weight: 400;
  }
  /* Sentences keep the direction of their language, and their side, in pages of the other direction. */
  p,
  .feedback div {
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  fieldset,
  .question {
    min-inline-size: 0;
    margin: 0.9em 0 0.6em;
    padding: 0;
    border: 0;
  }
  .legend {
    padding: 0;
    margin-block-end: 0.4em;
    font-weight: 600;
  }
  .fault {
    color: var(--_error);
    font-weight: 600;
  }
  [part='options'] {
    margin: 0;
    padding: 0;
    list-style-type: '';
  }
  .choice {
    padding-block: 0.2em;
    padding-inline-start: 1.75em;
    border-block-start: 1px solid var(--_line);
  }
  label {
    display: flex;
    gap: 0.6em;
    margin-inline-start: -1.75em;
    align-items: center;
    min-block-size: var(--_touch, 2.25em);
    cursor: pointer;
    touch-action: manipulation;
  }
  label input {
    flex: none;
    inline-size: 1.15em;
    block-size: 1.15em;
    margin: 0;
    accent-color: var(--_accent);
  }
  input {
    font: inherit;
  }
  fieldset p {
    padding-block-end: 0.4em;
  }
  [type='text'] {
    inline-size: min(100%, 30em);
    margin-block-end: 0.4em;
    padding: 0.3em 0.5em;
    border: 1px solid var(--_muted);
    border-radius: var(--_radius);
    background: none;
    color: inherit;
  }
  img {
    display: block;
    max-inline-size: min(40%, 10em);
    block-size: auto;
    border-radius: var(--_radius);
  }
  .option {
    padding-block: 0.45em;
    break-inside: avoid;
  }
  /* Of a long list the browser draws what is on the screen; focus rings reach a little farther. */
  @media screen {
    .choice:nth-child(n + 40),
    .option:nth-child(n + 40) {
      content-visibility: auto;
      contain-intrinsic-block-size: auto var(--_touch, 2.25em);
      overflow-clip-margin: 4px;
    }
  }
  .line,
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
    align-items: baseline;
  }
  .actions {
    gap: var(--_gap);
    margin-block: 0.9em 0.6em;
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
  }
  .chosen {
    padding-inline: 0.5em;
    border: 1px solid;
    border-radius: 1em;
    color: var(--_accent);
  }
  .chosen::before {
    content: '';
    display: inline-block;
    inline-size: 0.3em;
    block-size: 0.6em;
    margin-inline-end: 0.4em;
    border: solid;
    border-width: 0 2px 2px 0;
    rotate: 45deg;
  }
  .bar {
    margin-block-start: 0.3em;
    background: color-mix(in srgb, currentcolor 10%, transparent);
    print-color-adjust: exact;
  }
  .bar::before {
    content: '';
    display: block;
    inline-size: var(--_share);
    block-size: 0.5em;
    background: color-mix(in srgb, var(--_accent) 55%, transparent);
  }
  .leading .bar::before {
    background: var(--_accent);
  }
  @media (prefers-reduced-motion: no-preference) {
    .bar::before {
      transition: inline-size 0.3s;
    }
  }
  @media (forced-colors: active) {
    .bar {
      outline: 1px solid;
    }
    .bar::before {
      background: CanvasText;
      forced-color-adjust: none;
    }
    .leading .bar::before {
      background: Highlight;
    }
  }
`;
