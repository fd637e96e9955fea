import { kinds, resultsRules, states, type Policy } from '../../../src/contract/item.js';
import type {
  BatchEntryJson,
  PollImageJson,
  PollJson,
  PollOptionJson,
  PollQuestionJson,
  PollVoteJson,
  RatingJson,
  RatingVoteJson,
  ShareJson,
  VoteReplyJson,
} from '../../../src/contract/json.js';
import type { PollAnswer } from '../../../src/contract/poll.js';
import type { ProblemJson, SelectionError } from '../../../src/contract/problem.js';
import { countSchema, itemSchema, languageSchema, timeSchema, type Properties } from './common.js';
import { privateHeaders, publicHeaders, refusalHeaders } from './response-headers.js';

/** Schemas of the answers. They are documentation, and tests validate every answer by them. */

const hidden = { type: ['integer', 'null'], minimum: 0, description: '`null` while hidden.' };
const version = { type: 'integer', minimum: 0, description: 'Grows; never goes back.' };
const state = { enum: states };
const text = { type: 'string' };
const flag = { type: 'boolean' };

const closedObject = <Body>(
  properties: Properties<Body>,
  optional: readonly (keyof Body)[] = [],
) => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties).filter((name) => !optional.includes(name as keyof Body)),
  properties,
});

const policySchema = closedObject<Policy>({ change: flag, withdraw: flag });

export const ratingSchema = closedObject<RatingJson>({
  item: itemSchema,
  version,
  state,
  max: { type: 'integer', minimum: 1 },
  votes: hidden,
  mean: { type: ['number', 'null'] },
  histogram: { type: ['array', 'null'], items: countSchema },
  policy: policySchema,
});

const optionSchema = closedObject<PollOptionJson>({
  id: text,
  label: text,
  description: { type: ['string', 'null'] },
  image: {
    type: ['object', 'null'],
    required: ['src', 'alt'],
    properties: {
      src: text,
      alt: text,
      width: { type: 'integer' },
      height: { type: 'integer' },
    } satisfies Properties<PollImageJson>,
  },
  pinned: flag,
  votes: hidden,
});

const questionSchema = closedObject<PollQuestionJson>(
  {
    id: text,
    text,
    kind: { enum: ['single', 'multiple'] },
    min: { type: 'integer' },
    max: { type: 'integer' },
    required: flag,
    order: { enum: ['authored', 'random'] },
    other: flag,
    voters: hidden,
    votes: hidden,
    options: { type: 'array', items: optionSchema },
    written: { type: ['array', 'null'], items: text, description: 'Approved words of readers.' },
  },
  ['written'],
);

export const pollSchema = closedObject<PollJson>({
  item: itemSchema,
  revision: { type: 'integer', minimum: 1 },
  version,
  state,
  opens_at: timeSchema,
  closes_at: timeSchema,
  lang: languageSchema,
  title: text,
  results: { enum: resultsRules },
  results_state: { enum: ['visible', 'hidden'] },
  policy: policySchema,
  voters: hidden,
  questions: { type: 'array', items: questionSchema },
});

export const shareSchema = closedObject<ShareJson>({
  item: itemSchema,
  version,
  total: countSchema,
  networks: { type: 'object', additionalProperties: countSchema },
});

const castAt = { type: 'string', format: 'date-time' };

export const ratingVoteView = closedObject<RatingVoteJson>({
  value: { type: 'integer' },
  cast_at: castAt,
});

export const pollVoteView = closedObject<PollVoteJson>({
  revision: { type: 'integer' },
  answers: {
    type: 'array',
    items: closedObject<PollAnswer>(
      { question: text, options: { type: 'array', items: text }, other: text },
      ['other'],
    ),
  },
  cast_at: castAt,
});

const nullable = (schema: object) => ({ anyOf: [schema, { type: 'null' }] });

/** The answer to a vote or a withdrawal. */
export const replySchema = (vote: object, snapshot: object) =>
  closedObject<VoteReplyJson>({ vote: nullable(vote), snapshot, server_time: castAt });

export const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code'],
  additionalProperties: false,
  properties: {
    type: text,
    title: text,
    status: { type: 'integer' },
    code: text,
    detail: text,
    retry_after: { type: 'integer', description: 'Seconds.' },
    server_time: castAt,
    errors: {
      type: 'array',
      description: 'What is wrong with which question of a ballot.',
      items: closedObject<SelectionError>({ question: text, rule: text, option: text }, ['option']),
    },
    snapshot: { description: 'The item as it now is.' },
    vote: { description: 'The vote that holds now, or `null`.' },
  } satisfies Properties<ProblemJson>,
};

const kind = { enum: kinds };
const anySnapshot = { anyOf: [ratingSchema, pollSchema, shareSchema] };
const ownVote = closedObject<Pick<VoteReplyJson, 'vote' | 'snapshot'>>({
  vote: { anyOf: [ratingVoteView, pollVoteView, { type: 'null' }] },
  snapshot: anySnapshot,
});

const entries = (body: object) => ({
  type: 'array',
  items: closedObject<BatchEntryJson<unknown>>({
    kind,
    item: itemSchema,
    status: { enum: [200, 404, 410] },
    body: { anyOf: [body, problemSchema] },
  }),
});

export const stateSchema = closedObject<{ items: unknown }>({ items: entries(anySnapshot) });
export const meSchema = closedObject<{ items: unknown; server_time: string }>({
  items: entries(ownVote),
  server_time: castAt,
});

export const problemContent = {
  description: 'Any refusal.',
  headers: refusalHeaders,
  content: { 'application/problem+json': { schema: problemSchema } },
};

const answer = (description: string, schema: object, headers: object) => ({
  description,
  headers,
  content: { 'application/json': { schema } },
});

/** Response documentation of a route: its 200, further statuses, and problems for the rest. */
export const described = (schema: object, also: Record<number, object> = {}) => ({
  200: answer('The answer.', schema, privateHeaders),
  ...also,
  default: problemContent,
});

/** Like `described`, for reads that any cache may store. */
export const describedRead = (schema: object) =>
  described(schema, {
    200: answer('The answer.', schema, publicHeaders),
    304: { description: 'As you know it.', type: 'null', headers: publicHeaders },
  });

/** Like `described`, for a resource that an editor reads, changes and sends back. */
export const describedTagged = (schema: object) =>
  described(schema, {
    200: answer('The answer.', schema, { ...privateHeaders, etag: publicHeaders.etag }),
  });

/** Like `described`, for writes that answer 201 when they create something. */
export const describedWrite = (schema: object) =>
  described(schema, { 201: answer('Counted.', schema, privateHeaders) });

export const describedEmpty = {
  204: { description: 'Done.', type: 'null', headers: privateHeaders },
  default: problemContent,
};
