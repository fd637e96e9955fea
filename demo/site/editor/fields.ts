/**
 * Controls of a form with their labels, hints and faults. What is written in one stays as its writer
 * has written it: a value is set when the control is made, and never while somebody writes.
 */
import { type TemplateResult, html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { live } from 'lit/directives/live.js';

export type Content = TemplateResult | string | typeof nothing;

/** A listener that hands on the input that an event comes from. */
export const fromInput =
  (change: (input: HTMLInputElement) => void) =>
  ({ currentTarget }: Event) => {
    if (currentTarget instanceof HTMLInputElement) change(currentTarget);
  };

interface Labelled {
  /** Names the field, for its fault and for what describes it; one of its kind on the page. */
  readonly path: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** Name of the language that is written in the field. */
  readonly tongue?: string | undefined;
  /** What is wrong with the value. */
  readonly fault: string | undefined;
}

const idOf = (path: string) => `field-${path}`;

const describedBy = ({ path, hint }: Labelled) =>
  [hint && `${idOf(path)}-hint`, `${idOf(path)}-fault`].filter(Boolean).join(' ');

/** What explains a field. */
export const hintLine = (path: string, hint: string | undefined) =>
  hint ? html`<p id="${idOf(path)}-hint" class="hint">${hint}</p>` : nothing;

/** Room for what is wrong with a field. */
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
  /** The value at the start. */
  readonly value: string;
  readonly keyboard?: 'numeric' | 'url' | undefined;
  /** Language of what is written. */
  readonly lang?: string | undefined;
  readonly spellcheck?: boolean;
  /** Least number. */
  readonly min?: string | undefined;
  /** By which the focus finds the control again; see `focusKey`. */
  readonly key?: string | undefined;
  readonly change: (input: HTMLInputElement) => void;
}

/** A field of one line. */
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

/** A field of several lines. */
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
  /** Takes `null` for an empty field, NaN for what is no number: that must not pass for none. */
  readonly change: (value: number | null) => void;
}

export const numberField = ({ value, change, min = '0', ...labelled }: NumberField) =>
  inputField({
    ...labelled,
    ...{ type: 'number', keyboard: 'numeric', min, value: value === null ? '' : String(value) },
    change: (input) => change(input.value === '' ? null : input.valueAsNumber),
  });

/** The address of a poll: made of its title until somebody writes another. */
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
