/** Types and controls that all parts of the form share. */
import { html, nothing } from 'lit';
import type { Draft, DraftTexts } from './draft.js';
import type { FaultMap } from './faults.js';
import { areaField, inputField } from './fields.js';
import { type SentenceName, t } from './words.js';

export interface Form {
  readonly draft: Draft;
  readonly faults: FaultMap;
  /** Call it after a change of a value in the draft. */
  readonly edited: () => void;
  /** Call it after a question or an option was added, moved or removed. */
  readonly changed: (change: Change) => void;
}

export interface Change {
  /** The `data-key` of the control that gets the focus. */
  readonly focus: string;
  /** The announcement for screen readers. */
  readonly said?: string;
}

/** The `data-key` of the control that gets the focus when the focused one was removed. */
export const addQuestionKey = 'add-question';

const tongues = [
  ['en', 'english'],
  ['ru', 'russian'],
] as const;

interface Pair {
  readonly texts: DraftTexts;
  readonly label: string;
  readonly path: string;
  /** Number of lines. Default: a field with one line. */
  readonly rows?: number;
  readonly key?: string;
}

/** Renders the two fields of a text, one for each language, side by side. */
export const textPair = ({ faults, edited }: Form, { texts, label, path, rows, key }: Pair) => html`
  <div class="pair">
    ${tongues.map(([lang, name]) => {
      const change = (text: string) => {
        texts[lang] = text;
        edited();
      };
      const own = `${path}.${lang}`;
      const common = {
        ...{ path: own, label, tongue: t(name), fault: faults.get(own), lang },
        ...{ value: texts[lang], ...(key && { key: `${key} ${lang}` }) },
      };
      return rows
        ? areaField({ ...common, rows, change })
        : inputField({
            ...common,
            ...{ type: 'text', spellcheck: true, change: ({ value }) => change(value) },
          });
    })}
  </div>
`;

interface Part<Item> {
  readonly parts: Item[];
  readonly index: number;
  /** Index of the last place that the part may move to. Default: the end of the list. */
  readonly last?: number;
  /** The accessible name of the part, such as "Answer 2". */
  readonly name: string;
  readonly key: string;
}

/** Renders Up, Down and Remove for one part of a list. The only part of a list cannot be removed. */
export function partButtons<Item>({ changed }: Form, part: Part<Item>) {
  const { parts, index, last = parts.length - 1, name, key } = part;
  const move = (to: number, focus: string) => {
    const said = t('moved', { name, n: to + 1, all: parts.length });
    parts.splice(to, 0, ...parts.splice(index, 1));
    changed({ focus, said });
  };
  const remove = () => {
    parts.splice(index, 1);
    changed({ focus: addQuestionKey, said: t('taken_out', { name }) });
  };
  const small = (word: 'up' | 'down' | 'remove', isOff: boolean, press: () => void) => html`
    <button
      type="button"
      class="button small"
      aria-disabled=${isOff ? 'true' : 'false'}
      aria-label=${t(`${word}_of` satisfies SentenceName, { name })}
      data-key="${key} ${word}"
      @click=${isOff ? nothing : press}
    >
      ${t(word)}
    </button>
  `;
  return html`
    <div class="part-buttons">
      ${small('up', index === 0 || index > last, () => move(index - 1, `${key} up`))}
      ${small('down', index >= last, () => move(index + 1, `${key} down`))}
      ${small('remove', parts.length <= 1, remove)}
    </div>
  `;
}
