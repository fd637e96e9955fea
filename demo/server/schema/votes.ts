import {
  longestItem,
  longestNetwork,
  longestOther,
  longestPlacement,
  mostOptions,
} from '../../../src/contract/limits.js';
import type { PollAnswer, PollVote } from '../../../src/contract/poll.js';
import type { RatingVote } from '../../../src/contract/rating.js';
import type { ShareClick } from '../../../src/contract/share.js';
import { lineSchema, type Properties } from './common.js';

const idSchema = { type: 'string', minLength: 1, maxLength: longestItem } as const;

export const ratingVoteSchema = {
  type: 'object',
  required: ['value'],
  properties: {
    value: { type: 'integer', description: 'Number of stars, from 1 to `max`.' },
  } satisfies Properties<RatingVote>,
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
          options: { type: 'array', maxItems: mostOptions, items: idSchema },
          other: {
            ...lineSchema(longestOther),
            type: ['string', 'null'],
            minLength: 0,
            description: 'The reader’s own words, for the option `other`.',
          },
        } satisfies Properties<PollAnswer>,
      },
    },
  } satisfies Properties<PollVote>,
} as const;

export const shareClickSchema = {
  type: 'object',
  required: ['network'],
  properties: {
    network: { type: 'string', pattern: `^[a-z0-9][a-z0-9-]{0,${longestNetwork - 1}}$` },
    placement: {
      type: ['string', 'null'],
      maxLength: longestPlacement,
      pattern: '^[A-Za-z0-9._~-]*$',
    },
  } satisfies Properties<ShareClick>,
} as const;

/** A vote as sent: `other` may be `null` as well as absent. */
export interface PollVoteBody extends Omit<PollVote, 'answers'> {
  readonly answers: readonly (Omit<PollAnswer, 'other'> & { readonly other?: string | null })[];
}

/** A click as sent: `placement` may be `null` as well as absent. */
export interface ShareClickBody extends Omit<ShareClick, 'placement'> {
  readonly placement?: string | null;
}
