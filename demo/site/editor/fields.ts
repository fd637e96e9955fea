/**
 * Renders the fields of a form with labels, hints and faults. A field gets its value when it is created.
 * Later renders do not change it, so the editor's typing stays as it is.
 */
import { type TemplateResult, html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { live } from 'lit/directives/live.js';

export type Content = TemplateResult | string | typeof nothing;

/** Returns an event listener that calls `change` with the event's input element. */
export const fromInput =
  (change: (input: HTMLInputElement) => void) =>
  ({ currentTarget }: Event) => {
    if (currentTarget instanceof HTMLInputElement) change(currentTarget);
  };

interface Labelled {
  /** Path of the field in the form, unique on the page. The ids of field, hint and fault contain it. */
  readonly path: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** Name of the language of the text, which the label shows. */
  readonly tongue?: string | undefined;
  /** The text of the fault, if there is one. */
  readonly fault: string | undefined;
}

const idOf = (path: string) => `field-${path}`;

const describedBy = ({ path, hint }: Labelled) =>
  [hint && `${idOf(path)}-hint`, `${idOf(path)}-fault`].filter(Boolean).join(' ');

/** Renders the hint of a field. */
export const hintLine = (path: string, hint: string | undefined) =>
  hint ? html`<p id="${idOf(path)}-hint" class="hint">${hint}</p>` : nothing;

/** Renders the fault of a field, hidden if there is none. */
export const faultLine = (path: string, fault = '') =>
  html`<p id="${idOf(path)}-fault" class="fault" ?hidden=${!fault}>${fault}</p>`;

const tongueOf = (tongue: string | undefined) =>
  tongue ? html`<span class="tongue">${tongue}</span>` : nothing;

const field = (labelled: Labelled, control: Content) => {
  const { path, label, hint, tongue, fault } = labelled;
  return html`
    <div class="field">
      <label for=${idOf(path)}>${label}${tongueOf(tongue)}</label>
      ${control} ${hintLine(path, hint)} ${faultLine(path, fault)}
    </div>
  `;
};

interface Input extends Labelled {
  readonly type: 'text' | 'number' | 'datetime-local';
  /** The initial value. */
  readonly value: string;
  readonly keyboard?: 'numeric' | 'url' | undefined;
  /** Language code of the text. */
  readonly lang?: string | undefined;
  readonly spellcheck?: boolean;
  /** The least allowed number. */
  readonly min?: string | undefined;
  /** The `data-key` of the control: see `focusKey`. */
  readonly key?: string | undefined;
  readonly change: (input: HTMLInputElement) => void;
}

/** Renders a field with one line. */
export const inputField = (input: Input) =>
  field(
    input,
    html`<input
      id=${idOf(input.path)}
      type=${input.type}
      autocomplete="off"
      inputmode=${input.keyboard ?? nothing}
      lang=${input.lang ?? nothing}
      min=${input.min ?? nothing}
      step=${input.type === 'number' ? '1' : nothing}
      spellcheck=${input.spellcheck ? 'true' : nothing}
      data-path=${input.path}
      data-key=${input.key ?? nothing}
      aria-describedby=${describedBy(input)}
      aria-invalid=${input.fault ? 'true' : nothing}
      .value=${guard([], () => input.value)}
      @input=${fromInput(input.change)}
    />`,
  );

interface Area extends Labelled {
  readonly value: string;
  readonly lang: string;
  readonly rows: number;
  readonly key?: string | undefined;
  readonly change: (text: string) => void;
}

/** Renders a field with several lines. */
export const areaField = (area: Area) =>
  field(
    area,
    html`<textarea
      id=${idOf(area.path)}
      rows=${area.rows}
      autocomplete="off"
      spellcheck="true"
      lang=${area.lang}
      data-path=${area.path}
      data-key=${area.key ?? nothing}
      aria-describedby=${describedBy(area)}
      aria-invalid=${area.fault ? 'true' : nothing}
      .value=${guard([], () => area.value)}
      @input=${({ currentTarget }: Event) => {
        if (currentTarget instanceof HTMLTextAreaElement) area.change(currentTarget.value);
      }}
    ></textarea>`,
  );

interface NumberField extends Labelled {
  readonly value: number | null;
  readonly min?: string;
  /** Called with `null` for an empty field, and NaN for a text that is no number, which is a fault. */
  readonly change: (value: number | null) => void;
}

export const numberField = ({ value, change, min = '0', ...labelled }: NumberField) =>
  inputField({
    ...labelled,
    ...{ type: 'number', keyboard: 'numeric', min, value: value === null ? '' : String(value) },
    change: (input) => change(input.value === '' ? null : input.valueAsNumber),
  });

/** Renders the field for the address of a poll. The form changes its value while the title changes. */
export const addressField = (
  address: Labelled & {
    readonly value: string;
    readonly isFixed: boolean;
    readonly change: (text: string) => void;
  },
) =>
  field(
    address,
    html`<input
      id=${idOf(address.path)}
      type="text"
      autocomplete="off"
      spellcheck="false"
      data-path=${address.path}
      aria-describedby=${describedBy(address)}
      aria-invalid=${address.fault ? 'true' : nothing}
      ?readonly=${address.isFixed}
      .value=${live(address.value)}
      @input=${fromInput(({ value }) => address.change(value))}
    />`,
  );
