import type {
  ImageDefinition,
  ImportedPoll,
  OptionDefinition,
  PollDefinition,
  QuestionDefinition,
  RatingDefinition,
} from '../../../src/contract/definition.js';
import { resultsRules, type Policy } from '../../../src/contract/item.js';
import {
  longestAlt,
  longestDescription,
  longestLabel,
  longestPart,
  longestQuestion,
  longestTitle,
  mostDefinedStars,
  mostImported,
  mostLanguages,
  mostOptions,
  mostQuestions,
} from '../../../src/contract/limits.js';
import {
  countSchema,
  languageSchema,
  lineSchema,
  partSchema,
  timeSchema,
  type Properties,
} from './common.js';

/** A count from an older system. The bound keeps sums exact and leaves room for votes to come. */
const importedCountSchema = { ...countSchema, maximum: mostImported };

/** A text in one language, or in several by language tag. */
const textsSchema = (maxLength: number) => ({
  anyOf: [
    lineSchema(maxLength),
    {
      type: 'object',
      minProperties: 1,
      maxProperties: mostLanguages,
      propertyNames: languageSchema,
      additionalProperties: lineSchema(maxLength),
    },
  ],
});

const schedule = {
  opens_at: timeSchema,
  closes_at: timeSchema,
  closed: { type: 'boolean' },
  results: { enum: resultsRules },
  policy: {
    type: 'object',
    additionalProperties: false,
    properties: {
      change: { type: 'boolean' },
      withdraw: { type: 'boolean' },
    } satisfies Properties<Policy>,
  },
};

const imageSchema = {
  type: ['object', 'null'],
  required: ['src', 'alt'],
  additionalProperties: false,
  properties: {
    src: { type: 'string', maxLength: 2000, pattern: '^(https?://|/)[^\\s]*$' },
    alt: { ...textsSchema(longestAlt) },
    width: { type: 'integer', minimum: 1, maximum: 10_000 },
    height: { type: 'integer', minimum: 1, maximum: 10_000 },
  } satisfies Properties<ImageDefinition>,
};

const optionSchema = {
  type: 'object',
  required: ['id', 'label'],
  additionalProperties: false,
  properties: {
    id: partSchema,
    label: textsSchema(longestLabel),
    description: { anyOf: [{ type: 'null' }, ...textsSchema(longestDescription).anyOf] },
    image: imageSchema,
    pinned: { type: 'boolean' },
  } satisfies Properties<OptionDefinition>,
};

const questionSchema = {
  type: 'object',
  required: ['id', 'text', 'kind', 'options'],
  additionalProperties: false,
  properties: {
    id: partSchema,
    text: textsSchema(longestQuestion),
    kind: { enum: ['single', 'multiple'] },
    min: { type: 'integer', minimum: 1, maximum: mostOptions },
    max: { type: 'integer', minimum: 1, maximum: mostOptions },
    required: { type: 'boolean' },
    order: { enum: ['authored', 'random'] },
    other: { type: 'boolean' },
    options: { type: 'array', minItems: 1, maxItems: mostOptions, items: optionSchema },
  } satisfies Properties<QuestionDefinition>,
};

const importedPollSchema = {
  type: ['object', 'null'],
  required: ['voters', 'votes'],
  additionalProperties: false,
  properties: {
    voters: importedCountSchema,
    votes: {
      type: 'object',
      propertyNames: partSchema,
      additionalProperties: {
        type: 'object',
        propertyNames: partSchema,
        additionalProperties: importedCountSchema,
      },
    },
  } satisfies Properties<ImportedPoll>,
};

export const pollDefinitionSchema = {
  type: 'object',
  required: ['title', 'questions'],
  additionalProperties: false,
  properties: {
    ...schedule,
    title: textsSchema(longestTitle),
    questions: { type: 'array', minItems: 1, maxItems: mostQuestions, items: questionSchema },
    imported: importedPollSchema,
    restart: {
      type: 'array',
      maxItems: 1000,
      items: {
        type: 'string',
        maxLength: 2 * longestPart + 1,
        pattern: '^[A-Za-z0-9._~-]+(/[A-Za-z0-9._~-]+)?$',
      },
      description:
        'Removed ids, `question` or `question/option`, that may come back with another meaning and then start at 0. 400 for an id that is not in this definition. Not kept.',
    },
  } satisfies Properties<PollDefinition>,
};

export const ratingDefinitionSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    ...schedule,
    max: { type: 'integer', minimum: 1, maximum: mostDefinedStars },
    imported: {
      type: ['object', 'null'],
      required: ['histogram'],
      additionalProperties: false,
      properties: {
        histogram: {
          type: 'array',
          minItems: 1,
          maxItems: mostDefinedStars,
          items: importedCountSchema,
        },
      },
    },
  } satisfies Properties<RatingDefinition>,
};
