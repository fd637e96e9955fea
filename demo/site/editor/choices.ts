/** Renders checkboxes and radio buttons with their labels. */
import { type TemplateResult, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { type Content, fromInput, hintLine } from './fields.js';

interface Check {
  readonly label: string;
  readonly checked: boolean;
  /** The id of the hint is made from this name. */
  readonly hint?: { readonly id: string; readonly text: string };
  readonly key?: string;
  readonly change: (checked: boolean) => void;
}

/** Renders a checkbox with its label after it and a hint below. */
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
  /** Name of the group, unique on the page. */
  readonly name: string;
  readonly legend: string;
  readonly options: readonly {
    readonly value: Value;
    readonly label: string;
    /** Content below this choice. */
    readonly more?: Content;
  }[];
  readonly value: Value;
  readonly change: (value: Value) => void;
}

/** Renders a group of radio buttons. The `data-key` of each is `name value`. */
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
