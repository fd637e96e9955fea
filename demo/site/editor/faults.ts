import {
  longestAlt,
  longestDescription,
  longestItem,
  longestLabel,
  longestQuestion,
  longestTitle,
} from '../../../src/contract/limits.js';
import {
  type Draft,
  type DraftOption,
  type DraftQuestion,
  type DraftTexts,
  hasImage,
  isBlank,
} from './draft.js';
import { type SentenceName, t } from './words.js';

/** The path of a field in the form, and the name of the text for its fault. */
type Fault = readonly [path: string, sentence: SentenceName];

type Faults = Generator<Fault, void>;

/** Texts of faults by path of the field, in the order of the form. */
export type FaultMap = ReadonlyMap<string, string>;

const isItem = (text: string) => /^[A-Za-z0-9._~-]+$/.test(text) && text.length <= longestItem;

const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0;

function* lengthFaults(path: string, texts: DraftTexts, most: number): Faults {
  for (const [lang, text] of Object.entries(texts)) {
    if (text.length > most) yield [`${path}.${lang}`, 'too_long'];
  }
}

function* textFaults(path: string, texts: DraftTexts, most: number): Faults {
  if (isBlank(texts)) yield [`${path}.en`, 'needed'];
  else yield* lengthFaults(path, texts, most);
}

function* optionFaults(path: string, option: DraftOption): Faults {
  const { label, description, image } = option;
  yield* textFaults(`${path}.label`, label, longestLabel);
  yield* lengthFaults(`${path}.description`, description, longestDescription);
  if (!hasImage(option)) return;
  if (!/^(https?:\/\/|\/)\S*$/.test(image.src.trim())) yield [`${path}.image.src`, 'bad_address'];
  yield* textFaults(`${path}.image.alt`, image.alt, longestAlt);
}

function* questionFaults(path: string, question: DraftQuestion): Faults {
  const { text, kind, min, max, options } = question;
  yield* textFaults(`${path}.text`, text, longestQuestion);
  for (const [index, option] of options.entries()) {
    yield* optionFaults(`${path}.options.${index}`, option);
  }
  if (options.length < 2) yield [`${path}.add`, 'two_answers'];
  if (kind === 'single') return;
  const most = max ?? options.length;
  if (!(min !== null && min >= 1 && min <= options.length)) yield [`${path}.min`, 'bad_min'];
  else if (!(most >= min && most <= options.length)) yield [`${path}.max`, 'bad_max'];
}

function* importFaults({ imported, questions }: Draft): Faults {
  if (!imported) return;
  if (!isCount(imported.voters)) yield ['imported.voters', 'bad_count'];
  for (const { id, options } of questions) {
    for (const option of options) {
      const count = imported.votes[id]?.[option.id] ?? 0;
      if (!isCount(count)) yield [`imported.${id}.${option.id}`, 'bad_count'];
    }
  }
}

function* faults(draft: Draft, taken: readonly string[]): Faults {
  yield* textFaults('title', draft.title, longestTitle);
  if (!isItem(draft.item)) yield ['item', 'bad_item'];
  else if (taken.includes(draft.item)) yield ['item', 'taken'];
  for (const [index, question] of draft.questions.entries()) {
    yield* questionFaults(`questions.${index}`, question);
  }
  const { opens_at: opens, closes_at: closes } = draft;
  if (opens === '') yield ['opens_at', 'needed_time'];
  if (closes === '') yield ['closes_at', 'needed_time'];
  if (opens && closes && Date.parse(opens) >= Date.parse(closes)) yield ['closes_at', 'reversed'];
  yield* importFaults(draft);
}

/**
 * Finds the faults for which the server would refuse a draft.
 * @param taken - Public ids of the other polls, for a new poll.
 */
export const faultsOf = (draft: Draft, taken: readonly string[] = []): FaultMap =>
  new Map([...faults(draft, taken)].map(([path, name]) => [path, t(name)]));

/**
 * Finds the field that the server has refused. Returns its path, if the form has that field, and the
 * reason.
 * @param detail - Such as `body/questions/0/text/en must NOT have more than 1000 characters`.
 */
export function refusedField(form: Element, detail: string): { path?: string; said: string } {
  const [, place = '', said = detail] = /^(?:body)?\/?([^\s:]*[^\s:/]):? (.+)$/s.exec(detail) ?? [];
  const names = place.split('/');
  for (; names.length; names.pop()) {
    const path = names.join('.');
    const found = [path, `${path}.en`, `${path}.add`].find((each) =>
      form.querySelector(`[data-path="${CSS.escape(each)}"]`),
    );
    if (found) return { path: found, said };
  }
  return { said: detail };
}
