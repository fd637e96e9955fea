import { pollSchema } from './answers.js';
import { itemSchema, languageSchema, lineSchema, partSchema } from './common.js';

/** `GET /polls`. */
export const archiveQuery = {
  type: 'object',
  properties: {
    state: { enum: ['scheduled', 'open', 'closed'] },
    cursor: { ...itemSchema, description: '`next` of the page before.' },
    limit: { type: 'string', pattern: '^([1-9]|[1-4]\\d|50)$', description: '1 to 50.' },
    lang: languageSchema,
  },
} as const;

export const archiveSchema = {
  type: 'object',
  required: ['items', 'next'],
  properties: {
    items: { type: 'array', items: pollSchema },
    next: { type: ['string', 'null'] },
  },
};

/** Readers' own words, as the editor sees them. */
export const writtenSchema = {
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

export const approvalSchema = {
  type: 'object',
  required: ['question', 'words', 'approved'],
  additionalProperties: false,
  properties: {
    question: partSchema,
    words: lineSchema(200),
    approved: { type: 'boolean', description: 'Whether all readers may see these words.' },
  },
} as const;

export const exportQuery = {
  type: 'object',
  properties: { format: { enum: ['csv', 'json'] }, lang: languageSchema },
} as const;
