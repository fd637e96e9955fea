import { css } from 'lit';

export const shareBarStyles = css`
  .bar,
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_gap);
  }
  .row {
    flex: 1 0 min(100%, 16em);
  }
  #rest {
    flex-basis: 100%;
  }
  [hidden] {
    display: none;
  }
  [part~='item'] {
    --_size: max(var(--_least, 24px), var(--riac-share-size, 2.25em));
    position: relative;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.15em;
    min-inline-size: var(--_size);
    min-block-size: var(--_size);
    padding: 0.3em 0.45em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    color: inherit;
    line-height: 1.2;
    text-decoration: none;
  }
  [part~='item']:hover {
    border-color: currentcolor;
    color: var(--_accent);
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
    margin-inline: 0.3em;
  }
  /* Numbers come late: their place is kept, so that nothing moves. */
  :host([counts]) [part~='item'] {
    padding-block-end: 1.1em;
  }
  :host([counts]) [part='total'] {
    min-block-size: 1.4em;
  }
  [part='count'] {
    position: absolute;
    inset-inline: 0;
    inset-block-end: 0;
    text-align: center;
  }
  [part='count'],
  [part='total'] {
    font-size: 0.75em;
  }
  input {
    inline-size: 100%;
    padding: 0.5em;
    font: inherit;
  }
  @media (pointer: coarse) {
    :host {
      --_least: 44px;
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
