import { css } from 'lit';

/**
 * The styles that all widgets share: the page's font and colour, custom properties, one focus ring
 * and one button. A page may set `--riac-accent`, `--riac-accent-text`, `--riac-muted`,
 * `--riac-line`, `--riac-error`, `--riac-radius`, `--riac-focus` and `--riac-gap`.
 */
export const baseStyles = css`
  :host {
    --_accent: var(--riac-accent, light-dark(#a34408, #f2a65a));
    --_accent-text: var(--riac-accent-text, light-dark(#fff, #1c1208));
    --_muted: var(--riac-muted, color-mix(in srgb, currentcolor 68%, transparent));
    --_line: var(--riac-line, color-mix(in srgb, currentcolor 24%, transparent));
    --_error: var(--riac-error, light-dark(#a3142b, #ff9aa5));
    --_radius: var(--riac-radius, 4px);
    --_focus: var(--riac-focus, light-dark(#0b57d0, #a8c7fa));
    --_gap: var(--riac-gap, 0.5em);
    display: block;
    box-sizing: border-box;
    font: inherit;
    line-height: 1.4;
    color: inherit;
    text-align: start;
    overflow-wrap: anywhere;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  ::before,
  ::after {
    box-sizing: inherit;
  }
  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  button,
  [part~='item'] {
    min-block-size: var(--_touch, 2.25em);
    padding: 0.35em 0.9em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    font: inherit;
    line-height: 1.2;
    cursor: pointer;
    touch-action: manipulation;
  }
  button:hover {
    border-color: currentcolor;
  }
  button.primary {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_accent-text);
  }
  button[aria-disabled='true'] {
    cursor: progress;
    opacity: 0.65;
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .feedback [part='error'] {
    color: var(--_error);
  }
  /* Empty lines are no boxes that keep the margins around them apart. */
  .feedback > :not(:empty) {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em var(--_gap);
  }
  @media (pointer: coarse) {
    :host {
      --_touch: 44px;
    }
  }
  @media print {
    button,
    .feedback {
      display: none;
    }
  }
`;
