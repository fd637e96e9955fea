import { css } from 'lit';

export const shareBarStyles = css`
  :host {
    --_size: var(--riac-share-size, 2.25em);
  }
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
  .rest {
    flex-basis: 100%;
  }
  .item {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.4em;
    min-inline-size: max(24px, var(--_size));
    min-block-size: max(24px, var(--_size));
    padding: 0.3em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    color: inherit;
    font: inherit;
    line-height: 1.2;
    text-decoration: none;
    touch-action: manipulation;
  }
  .item:hover {
    border-color: currentcolor;
    color: var(--_accent);
  }
  .wide {
    padding-inline: 0.7em;
  }
  [hidden] {
    display: none;
  }
  svg {
    flex: none;
    inline-size: 1.25em;
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
  .count {
    font-size: 0.85em;
    font-variant-numeric: tabular-nums;
  }
  .count,
  [role='status'],
  [part='total'] {
    color: var(--_muted);
  }
  input {
    inline-size: 100%;
    min-block-size: 2.25em;
    padding: 0.3em 0.5em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    font: inherit;
    direction: ltr;
  }
  @media (pointer: coarse) {
    .item,
    input {
      min-inline-size: 44px;
      min-block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .item {
      border-color: LinkText;
      color: LinkText;
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
