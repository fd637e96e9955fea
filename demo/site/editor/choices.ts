/** Checkboxes and radio buttons with their labels. */
import { type TemplateResult, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { type Content, fromInput, hintLine } from './fields.js';

interface Check {
  readonly label: string;
  readonly checked: boolean;
  /** A hint has an id, which is made of this name. */
  readonly hint?: { readonly id: string; readonly text: string };
  readonly key?: string;
  readonly change: (checked: boolean) => void;
}

/** A checkbox with its label behind it, and a hint under both. */
export const checkField = ({ label, checked, hint, key, change }: Check) => html`
  <div class="choice">
    <label>
      <input
        type="checkbox"
        data-key=${key ?? nothing}
        aria-describedby=${hint ? `field-${hint.id}-hint` : nothing}
        .checked=${live(checked)}
        @change=${fromInput((input) => change(input.checked))}
      /><span>${label}</span>
    </label>
    ${hint ? hintLine(hint.id, hint.text) : nothing}
  </div>
`;

interface Choices<Value extends string> {
  /** Name of the group; one of its kind on the page. */
  readonly name: string;
  readonly legend: string;
  readonly options: readonly {
    readonly value: Value;
    readonly label: string;
    /** What belongs to this choice, below it. */
    readonly more?: Content;
  }[];
  readonly value: Value;
  readonly change: (value: Value) => void;
}

/** Radio buttons for one value out of several. Each has the key `name value`. */
export function choicesField<Value extends string>(choices: Choices<Value>): TemplateResult {
  const { name, legend, options, value, change } = choices;
  const radio = (own: string, label: string, press: () => void) => html`
    <div class="choice">
      <label>
        <input
          type="radio"
          name=${name}
          value=${own}
          data-key="${name} ${own}"
          .checked=${live(own === value)}
          @change=${press}
        /><span>${label}</span>
      </label>
    </div>
  `;
  return html`
    <fieldset class="choices">
      <legend>${legend}</legend>
      ${options.map(({ value: own, label, more }) => [radio(own, label, () => change(own)), more ?? nothing])}
    </fieldset>
  `;
}
