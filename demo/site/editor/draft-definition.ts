/** Turns a stored definition into a draft, and a draft into a definition for the server. */
import type {
  ImageDefinition,
  ImportedPoll,
  OptionDefinition,
  PollDefinition,
  QuestionDefinition,
  Texts,
} from '../../../src/contract/definition.js';
import { usualPolicy } from '../../../src/contract/item.js';
import { otherOption } from '../../../src/contract/poll.js';
import {
  type Draft,
  type DraftImage,
  type DraftOption,
  type DraftQuestion,
  type DraftTexts,
  blankImage,
  emptyTexts,
  hasImage,
  isBlank,
} from './draft.js';

const textsOf = (texts: Texts): DraftTexts =>
  typeof texts === 'string' ? { en: texts, ru: '' } : { ...emptyTexts(), ...texts };

const imageOf = (image: ImageDefinition | null | undefined): DraftImage =>
  image ? { ...{ width: null, height: null }, ...image, alt: textsOf(image.alt) } : blankImage();

const optionOf = (option: OptionDefinition): DraftOption => ({
  id: option.id,
  label: textsOf(option.label),
  description: textsOf(option.description ?? ''),
  image: imageOf(option.image),
  pinned: option.pinned ?? false,
});

/** @param retired - Ids of removed questions and options: `question` or `question/option`. */
function questionOf(question: QuestionDefinition, retired: readonly string[]): DraftQuestion {
  const { id, text, kind, min = 1, max = null, required = true, order = 'authored' } = question;
  const options = question.options.map(optionOf);
  const own = retired
    .filter((each) => each.startsWith(`${id}/`))
    .map((each) => each.slice(id.length + 1));
  const used = new Set([otherOption, ...own, ...options.map((option) => option.id)]);
  const { other = false } = question;
  return { id, text: textsOf(text), kind, min, max, required, order, other, options, used };
}

/**
 * Returns the draft of a stored definition.
 * @param retired - Ids of removed questions and options with votes. New ones must not reuse them.
 */
export function draftOf(
  item: string,
  definition: PollDefinition,
  retired: readonly string[] = [],
): Draft {
  const { opens_at = null, closes_at = null, closed = false, results = 'always' } = definition;
  const questions = definition.questions.map((question) => questionOf(question, retired));
  const { imported } = definition;
  return {
    ...{ item, title: textsOf(definition.title), opens_at, closes_at, closed, results, questions },
    policy: { ...usualPolicy, ...definition.policy },
    imported: imported ? { voters: imported.voters, votes: votesOf(imported) } : null,
    // The options of a removed question are in `retired`, too: their ids begin with the question's.
    used: new Set([
      ...questions.map(({ id }) => id),
      ...retired.map((id) => id.split('/')[0] ?? id),
    ]),
  };
}

const votesOf = ({ votes }: ImportedPoll) =>
  Object.fromEntries(Object.entries(votes).map(([question, counts]) => [question, { ...counts }]));

/** Trims a text in all languages and drops empty languages. */
const written = (texts: DraftTexts): Texts =>
  Object.fromEntries(
    Object.entries(texts)
      .map(([lang, text]) => [lang, text.trim()] as const)
      .filter(([, text]) => text),
  );

const imageDefinition = ({ src, alt, width, height }: DraftImage): ImageDefinition => ({
  src: src.trim(),
  alt: written(alt),
  ...(width && { width }),
  ...(height && { height }),
});

const optionDefinition = (option: DraftOption): OptionDefinition => ({
  ...{ id: option.id, label: written(option.label), pinned: option.pinned },
  ...(!isBlank(option.description) && { description: written(option.description) }),
  ...(hasImage(option) && { image: imageDefinition(option.image) }),
});

function questionDefinition(question: DraftQuestion): QuestionDefinition {
  const { id, text, kind, min, max, required, order, other } = question;
  const bounds = kind === 'multiple' ? { ...(min && { min }), ...(max && { max }) } : {};
  const options = question.options.map(optionDefinition);
  return { id, text: written(text), kind, ...bounds, required, order, other, options };
}

/** Returns the imported counts of the present questions and options, or `null` if nothing is imported. */
function importedDefinition({ imported, questions }: Draft): ImportedPoll | null {
  if (!imported) return null;
  const votes = questions.map(({ id, options }) => [
    id,
    Object.fromEntries(options.map(({ id: part }) => [part, imported.votes[id]?.[part] ?? 0])),
  ]);
  return { voters: imported.voters, votes: Object.fromEntries(votes) };
}

/** Returns the body of `PUT /polls/{item}`. */
export function definitionOf(draft: Draft): PollDefinition {
  const { title, opens_at, closes_at, closed, results, policy, questions } = draft;
  return {
    ...{ title: written(title), opens_at, closes_at, closed, results, policy },
    questions: questions.map(questionDefinition),
    imported: importedDefinition(draft),
  };
}

type Part = { readonly id: string };

/**
 * Returns a text that is equal for two definitions if they have the same question and option ids. Only
 * then do ballots of one fit the other.
 */
export const choicesOf = ({
  questions,
}: {
  readonly questions: readonly (Part & { readonly options: readonly Part[] })[];
}) =>
  JSON.stringify(
    questions
      .map(({ id, options }) => [id, ...options.map((option) => option.id).sort()])
      .sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
  );
