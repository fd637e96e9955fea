/** A poll in the making: what the form edits, and the definition that the server takes. */

/** Languages of the form; texts in others are kept as they are. */
export const languages = ['en', 'ru'];

export const otherId = 'other';

const emptyTexts = () => ({ en: '', ru: '' });

const textsOf = (texts) =>
  typeof texts === 'string' ? { en: texts, ru: '' } : { ...emptyTexts(), ...texts };

export const isBlank = (texts) => Object.values(texts).every((text) => !text.trim());

/** Without blanks at the ends and languages without words. */
const written = (texts) =>
  Object.fromEntries(
    Object.entries(texts)
      .map(([lang, text]) => [lang, text.trim()])
      .filter(([, text]) => text),
  );

/** The next free id of a series: a, b, … z, a2, b2 …. Ids of removed parts are not used again. */
function nextLetter(used) {
  for (let round = 1; ; round++) {
    for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
      const id = round > 1 ? letter + round : letter;
      if (!used.has(id)) return id;
    }
  }
}

function nextQuestionId(used) {
  let number = 1;
  while (used.has(`q${number}`)) number++;
  return `q${number}`;
}

export function newOption(question) {
  const id = nextLetter(question.used);
  question.used.add(id);
  return { id, label: emptyTexts(), description: emptyTexts(), image: null, pinned: false };
}

export function newQuestion(draft) {
  const id = nextQuestionId(draft.used);
  draft.used.add(id);
  const question = {
    ...{ id, text: emptyTexts(), kind: 'single', min: 1, max: null, required: true },
    ...{ order: 'authored', other: false, options: [], used: new Set([otherId]) },
  };
  question.options.push(newOption(question), newOption(question));
  return question;
}

/** Offers or takes away the answer in the reader's own words; it stays last. */
export function setOther(question, on) {
  question.other = on;
  question.options = question.options.filter(({ id }) => id !== otherId);
  const label = { en: 'Other', ru: 'Другое' };
  const option = { id: otherId, label, description: emptyTexts(), image: null, pinned: true };
  if (on) question.options.push(option);
}

export function emptyDraft() {
  const draft = {
    ...{ item: '', title: emptyTexts(), opens_at: null, closes_at: null, closed: false },
    ...{ results: 'always', policy: { change: true, withdraw: true } },
    ...{ questions: [], imported: null, used: new Set() },
  };
  draft.questions.push(newQuestion(draft));
  return draft;
}

const optionOf = ({ id, label, description, image, pinned = false }) => ({
  id,
  label: textsOf(label),
  description: textsOf(description ?? ''),
  image: image ? { ...image, alt: textsOf(image.alt) } : null,
  pinned,
});

/** @param spent - Ids that were removed, `question` or `question/option`. */
function questionOf(question, spent) {
  const { id, text, kind, min = 1, max = null, required = true, order = 'authored' } = question;
  const options = question.options.map(optionOf);
  const own = spent
    .filter((each) => each.startsWith(`${id}/`))
    .map((each) => each.slice(id.length + 1));
  const used = new Set([otherId, ...own, ...options.map((option) => option.id)]);
  const { other = false } = question;
  return { id, text: textsOf(text), kind, min, max, required, order, other, options, used };
}

/**
 * The draft that a stored definition is edited as.
 * @param spent - Ids of removed questions and answers that had votes: no new part gets them.
 */
export function draftOf(item, definition, spent = []) {
  const { opens_at = null, closes_at = null, closed = false, results = 'always' } = definition;
  const questions = definition.questions.map((question) => questionOf(question, spent));
  return {
    ...{ item, title: textsOf(definition.title), opens_at, closes_at, closed, results, questions },
    policy: { change: true, withdraw: true, ...definition.policy },
    imported: definition.imported ? structuredClone(definition.imported) : null,
    // Answers of a question that is gone are spent with it.
    used: new Set([...questions.map(({ id }) => id), ...spent.map((id) => id.split('/')[0])]),
  };
}

const optionDefinition = ({ id, label, description, image, pinned }) => ({
  ...{ id, label: written(label), pinned },
  ...(!isBlank(description) && { description: written(description) }),
  ...(image?.src.trim() && { image: imageDefinition(image) }),
});

function imageDefinition({ src, alt, width, height }) {
  const size = { ...(width && { width }), ...(height && { height }) };
  return { src: src.trim(), alt: written(alt), ...size };
}

function questionDefinition({ id, text, kind, min, max, required, order, other, options }) {
  const bounds = kind === 'multiple' ? { min, ...(max && { max }) } : {};
  const texts = options.map(optionDefinition);
  return { id, text: written(text), kind, ...bounds, required, order, other, options: texts };
}

/** Counts of parts that are still there; `null` when nothing is brought. */
function importedDefinition({ imported, questions }) {
  if (!imported) return null;
  const votes = questions.map(({ id, options }) => [
    id,
    Object.fromEntries(options.map(({ id: part }) => [part, imported.votes[id]?.[part] ?? 0])),
  ]);
  return { voters: imported.voters, votes: Object.fromEntries(votes) };
}

/** What `PUT /polls/{item}` takes. */
export function definitionOf(draft) {
  const { title, opens_at, closes_at, closed, results, policy, questions } = draft;
  return {
    ...{ title: written(title), opens_at, closes_at, closed, results, policy },
    questions: questions.map(questionDefinition),
    imported: importedDefinition(draft),
  };
}

/** Equal exactly for definitions that offer the same choices: only then do ballots of one fit both. */
export const choicesOf = ({ questions }) =>
  JSON.stringify(
    questions
      .map(({ id, options }) => [id, ...options.map((option) => option.id).sort()])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

const cyrillic =
  'а-a б-b в-v г-g д-d е-e ё-e ж-zh з-z и-i й-i к-k л-l м-m н-n о-o п-p р-r с-s т-t у-u';
const further = 'ф-f х-kh ц-ts ч-ch ш-sh щ-shch ъ- ы-y ь- э-e ю-yu я-ya';
const latin = new Map(`${cyrillic} ${further}`.split(' ').map((pair) => pair.split('-')));

/** An address made of a title: `what-should-come-first`. */
export function addressOf({ en, ru }) {
  const spelt = [...(en.trim() || ru).toLowerCase()]
    .map((char) => latin.get(char) ?? char)
    .join('');
  const words = spelt
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ');
  return words.join('-').slice(0, 60).replace(/-$/, '');
}
