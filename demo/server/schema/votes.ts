import { lineSchema } from './common.js';

const idSchema = { type: 'string', minLength: 1, maxLength: 200 } as const;

export const ratingVoteSchema = {
  type: 'object',
  required: ['value'],
  properties: { value: { type: 'integer', description: 'Number of stars, from 1 to `max`.' } },
} as const;

export const pollVoteSchema = {
  type: 'object',
  required: ['revision', 'answers'],
  properties: {
    revision: { type: 'integer', description: '`revision` of the poll as the reader saw it.' },
    answers: {
      type: 'array',
      maxItems: 100,
      items: {
        type: 'object',
        required: ['question', 'options'],
        properties: {
          question: idSchema,
          options: { type: 'array', maxItems: 200, items: idSchema },
          other: {
            ...lineSchema(200),
            type: ['string', 'null'],
            minLength: 0,
            description: 'The reader’s own words, for the option `other`.',
          },
        },
      },
    },
  },
} as const;

export const shareClickSchema = {
  type: 'object',
  required: ['network'],
  properties: {
    network: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,39}$' },
    placement: { type: ['string', 'null'], maxLength: 40, pattern: '^[A-Za-z0-9._~-]*$' },
  },
} as const;

export interface RatingVoteBody {
  readonly value: number;
}

export interface PollVoteBody {
  readonly revision: number;
  readonly answers: readonly {
    readonly question: string;
    readonly options: readonly string[];
    readonly other?: string | null;
  }[];
}

export interface ShareClickBody {
  readonly network: string;
  readonly placement?: string | null;
}
