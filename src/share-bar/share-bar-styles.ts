import { css } from 'lit';

export const shareBarStyles = css`
  .bar,
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: var(--_gap);
  }
  .row {
    flex: 1 0 min(100%, 16em);
  }
  [part~='item'] {
    --_size: max(var(--_touch, 24px), var(--riac-share-size, 2.25em));
    position: relative;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-inline-size: var(--_size);
    min-block-size: var(--_size);
    padding: 0.3em 0.45em;
    text-decoration: none;
  }
  /* Gives icons the baseline of the words beside them. */
  [part~='item']::before {
    content: '\\200b';
  }
  [part~='item']:hover {
    border-color: currentcolor;
    color: var(--_accent);
  }
  [part~='more'][aria-expanded='false'] ~ * {
    display: none;
  }
  svg {
    block-size: 1.25em;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .solid {
    fill: currentcolor;
    stroke: none;
  }
  [part='label'] {
    margin-inline: 0.4em;
  }
  /* Numbers come late: their place is kept, so that nothing moves. */
  :host([counts]) [part~='item'] {
    min-inline-size: 3.5em;
    padding-block-end: 1.1em;
  }
  :host([counts]) [part='total'] {
    min-block-size: 2em;
  }
  [part='count'] {
    position: absolute;
    inset-block-end: 0;
    white-space: nowrap;
  }
  [part='count'],
  [part='total'] {
    font-size: 0.75em;
  }
  [part='total'],
  [part='status'] {
    line-height: 2;
  }
  input {
    inline-size: 100%;
    padding: 0.5em;
    font: inherit;
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
