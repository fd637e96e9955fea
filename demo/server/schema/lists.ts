import { states } from '../../../src/contract/item.js';
import { longestOther } from '../../../src/contract/limits.js';
import { pollSchema } from './answers.js';
import { pollDefinitionSchema } from './definitions.js';
import { itemSchema, languageProperty, lineSchema } from './common.js';

const pageProperties = {
  cursor: { ...itemSchema, description: '`next` of the page before.' },
  limit: {
    type: 'string',
    pattern: '^([1-9]|[1-4]\\d|50)$',
    description: '1 to 50; 20 when absent.',
  },
  ...languageProperty,
} as const;

/** `GET /polls`. */
export const archiveQuery = {
  type: 'object',
  properties: { state: { enum: ['open', 'closed'] }, ...pageProperties },
} as const;

/** `GET /editor/polls`. */
export const editorListQuery = {
  type: 'object',
  properties: { state: { enum: [...states, 'removed'] }, ...pageProperties },
} as const;

export const archiveSchema = {
  type: 'object',
  required: ['items', 'next'],
  properties: {
    items: { type: 'array', items: pollSchema },
    next: { type: ['string', 'null'] },
  },
};

const removed = { type: 'boolean', description: 'Readers get 410; defining it brings it back.' };

export const editorListSchema = {
  ...archiveSchema,
  properties: {
    ...archiveSchema.properties,
    items: {
      type: 'array',
      description: 'Snapshots with all counts.',
      items: {
        ...pollSchema,
        required: [...pollSchema.required, 'removed'],
        properties: { ...pollSchema.properties, removed },
      },
    },
  },
};

export const storedSchema = {
  type: 'object',
  required: ['item', 'revision', 'removed', 'definition'],
  additionalProperties: false,
  properties: {
    item: itemSchema,
    revision: { type: 'integer', minimum: 1 },
    removed,
    retired: {
      type: 'array',
      items: { type: 'string' },
      description:
        'Removed ids that had ballots, `question` or `question/option`, where there are any: take others.',
    },
    definition: pollDefinitionSchema,
  },
};

/** Readers' own words, as the editor sees them. */
export const writeInsSchema = {
  type: 'object',
  required: ['items'],
  properties: {
    items: {
      type: 'array',
      items: {
        type: 'object',
        required: ['question', 'words', 'count', 'approved'],
        properties: {
          question: { type: 'string' },
          words: { type: 'string' },
          count: { type: 'integer' },
          approved: { type: 'boolean' },
        },
      },
    },
  },
};

const ownWords = {
  question: { ...lineSchema(150), description: '`question` as `GET …/written` has it.' },
  words: { ...lineSchema(longestOther), description: 'Exactly as they were written.' },
} as const;

export const erasureSchema = {
  type: 'object',
  required: ['question', 'words'],
  additionalProperties: false,
  properties: ownWords,
} as const;

export const approvalSchema = {
  type: 'object',
  required: ['question', 'words', 'approved'],
  additionalProperties: false,
  properties: {
    ...ownWords,
    approved: { type: 'boolean', description: 'Whether all readers may see these words.' },
  },
} as const;

export const exportQuery = {
  type: 'object',
  properties: { format: { enum: ['csv', 'json'] }, ...languageProperty },
} as const;
