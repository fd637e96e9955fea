/** What all parts of the form have: the draft, its faults, and whom to tell of a change. */
import { html, nothing } from 'lit';
import type { Draft, DraftTexts } from './draft.js';
import type { FaultMap } from './faults.js';
import { areaField, inputField } from './fields.js';
import { type SentenceName, t } from './words.js';

export interface Form {
  readonly draft: Draft;
  readonly faults: FaultMap;
  /** To be called when a value of the draft has changed. */
  readonly edited: () => void;
  /** To be called when the draft has got other parts. */
  readonly changed: (change: Change) => void;
}

export interface Change {
  /** The `data-key` of the control that has the focus afterwards. */
  readonly focus: string;
  /** What is said to those who do not see it. */
  readonly said?: string;
}

/** Where the focus goes when its own control is gone. */
export const addQuestionKey = 'add-question';

const tongues = [
  ['en', 'english'],
  ['ru', 'russian'],
] as const;

interface Pair {
  readonly texts: DraftTexts;
  readonly label: string;
  readonly path: string;
  /** For several lines. */
  readonly rows?: number;
  readonly key?: string;
}

/** The controls of one text in both languages, side by side. */
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
  /** Index of the last place that the part may take. */
  readonly last?: number;
  /** What the part is called, for those who do not see where it stands. */
  readonly name: string;
  readonly key: string;
}

/** Up, Down and Remove for one part of a list; the last one cannot be removed. */
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
