import { countSchema, languageSchema, lineSchema, partSchema, timeSchema } from './common.js';

/** What came from an older system leaves room for its sums to stay exact, and for votes to come. */
const importedCountSchema = { ...countSchema, maximum: 1e12 };

/** A text in one language, or in several by language tag. */
const textsSchema = (maxLength: number) => ({
  anyOf: [
    lineSchema(maxLength),
    {
      type: 'object',
      minProperties: 1,
      maxProperties: 50,
      propertyNames: languageSchema,
      additionalProperties: lineSchema(maxLength),
    },
  ],
});

const schedule = {
  opens_at: timeSchema,
  closes_at: timeSchema,
  closed: { type: 'boolean' },
  results: { enum: ['always', 'after_vote', 'after_close', 'never'] },
  policy: {
    type: 'object',
    additionalProperties: false,
    properties: { change: { type: 'boolean' }, withdraw: { type: 'boolean' } },
  },
};

const imageSchema = {
  type: ['object', 'null'],
  required: ['src', 'alt'],
  additionalProperties: false,
  properties: {
    src: { type: 'string', maxLength: 2000, pattern: '^(https?://|/)[^\\s]*$' },
    alt: { ...textsSchema(300) },
    width: { type: 'integer', minimum: 1, maximum: 10_000 },
    height: { type: 'integer', minimum: 1, maximum: 10_000 },
  },
};

/** Of one question. */
export const mostOptions = 200;

const optionSchema = {
  type: 'object',
  required: ['id', 'label'],
  additionalProperties: false,
  properties: {
    id: partSchema,
    label: textsSchema(500),
    description: { anyOf: [{ type: 'null' }, ...textsSchema(1000).anyOf] },
    image: imageSchema,
    pinned: { type: 'boolean' },
  },
};

const questionSchema = {
  type: 'object',
  required: ['id', 'text', 'kind', 'options'],
  additionalProperties: false,
  properties: {
    id: partSchema,
    text: textsSchema(1000),
    kind: { enum: ['single', 'multiple'] },
    min: { type: 'integer', minimum: 1, maximum: 200 },
    max: { type: 'integer', minimum: 1, maximum: 200 },
    required: { type: 'boolean' },
    order: { enum: ['authored', 'random'] },
    other: { type: 'boolean' },
    options: { type: 'array', minItems: 1, maxItems: mostOptions, items: optionSchema },
  },
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
  },
};

export const pollDefinitionSchema = {
  type: 'object',
  required: ['title', 'questions'],
  additionalProperties: false,
  properties: {
    ...schedule,
    title: textsSchema(500),
    questions: { type: 'array', minItems: 1, maxItems: 50, items: questionSchema },
    imported: importedPollSchema,
    restart: {
      type: 'array',
      maxItems: 1000,
      items: { type: 'string', maxLength: 201, pattern: '^[A-Za-z0-9._~-]+(/[A-Za-z0-9._~-]+)?$' },
      description:
        'Removed ids, `question` or `question/option`, that may come back with another meaning and then start at 0. 400 for an id that is not in this definition. Not kept.',
    },
  },
};

export const ratingDefinitionSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    ...schedule,
    max: { type: 'integer', minimum: 1, maximum: 20 },
    imported: {
      type: ['object', 'null'],
      required: ['histogram'],
      additionalProperties: false,
      properties: {
        histogram: { type: 'array', minItems: 1, maxItems: 20, items: importedCountSchema },
      },
    },
  },
};
