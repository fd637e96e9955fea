import { countSchema, itemSchema, languageSchema, timeSchema } from './common.js';
import { privateHeaders, publicHeaders, refusalHeaders } from './response-headers.js';

/** Schemas of what the server answers: they document, and the tests hold every answer to them. */

const hidden = { type: ['integer', 'null'], minimum: 0, description: '`null` while hidden.' };
const version = { type: 'integer', minimum: 0, description: 'Grows; never goes back.' };
const state = { enum: ['scheduled', 'open', 'closed'] };
const text = { type: 'string' };
const flag = { type: 'boolean' };

const closedObject = (properties: Record<string, unknown>, optional: readonly string[] = []) => ({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  properties,
});

const policySchema = closedObject({ change: flag, withdraw: flag });

export const ratingSchema = closedObject({
  item: itemSchema,
  version,
  state,
  max: { type: 'integer', minimum: 1 },
  votes: hidden,
  mean: { type: ['number', 'null'] },
  histogram: { type: ['array', 'null'], items: countSchema },
  policy: policySchema,
});

const optionSchema = closedObject({
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
    },
  },
  pinned: flag,
  votes: hidden,
});

const questionSchema = closedObject(
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

export const pollSchema = closedObject({
  item: itemSchema,
  revision: { type: 'integer', minimum: 1 },
  version,
  state,
  opens_at: timeSchema,
  closes_at: timeSchema,
  lang: languageSchema,
  title: text,
  results: { enum: ['always', 'after_vote', 'after_close', 'never'] },
  results_state: { enum: ['visible', 'hidden'] },
  policy: policySchema,
  voters: hidden,
  questions: { type: 'array', items: questionSchema },
});

export const shareSchema = closedObject({
  item: itemSchema,
  version,
  total: countSchema,
  networks: { type: 'object', additionalProperties: countSchema },
});

const castAt = { type: 'string', format: 'date-time' };

export const ratingVoteView = closedObject({ value: { type: 'integer' }, cast_at: castAt });

export const pollVoteView = closedObject({
  revision: { type: 'integer' },
  answers: {
    type: 'array',
    items: closedObject({ question: text, options: { type: 'array', items: text }, other: text }, [
      'other',
    ]),
  },
  cast_at: castAt,
});

const nullable = (schema: object) => ({ anyOf: [schema, { type: 'null' }] });

/** The answer to a vote or a withdrawal. */
export const replySchema = (vote: object, snapshot: object) =>
  closedObject({ vote: nullable(vote), snapshot, server_time: castAt });

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
      items: closedObject({ question: text, rule: text, option: text }, ['option']),
    },
    snapshot: { description: 'The item as it now is.' },
    vote: { description: 'The vote that holds now, or `null`.' },
  },
};

const kind = { enum: ['rating', 'poll', 'share'] };
const anySnapshot = { anyOf: [ratingSchema, pollSchema, shareSchema] };
const ownVote = closedObject({
  vote: { anyOf: [ratingVoteView, pollVoteView, { type: 'null' }] },
  snapshot: anySnapshot,
});

const entries = (body: object) => ({
  type: 'array',
  items: closedObject({
    kind,
    item: itemSchema,
    status: { enum: [200, 404, 410] },
    body: { anyOf: [body, problemSchema] },
  }),
});

export const stateSchema = closedObject({ items: entries(anySnapshot) });
export const meSchema = closedObject({ items: entries(ownVote), server_time: castAt });

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

/** As `described`, for reads that any cache may keep. */
export const describedRead = (schema: object) =>
  described(schema, {
    200: answer('The answer.', schema, publicHeaders),
    304: { description: 'As you know it.', type: 'null', headers: publicHeaders },
  });

/** As `described`, for what an editor reads and will send back changed. */
export const describedTagged = (schema: object) =>
  described(schema, {
    200: answer('The answer.', schema, { ...privateHeaders, etag: publicHeaders.etag }),
  });

/** As `described`, for writes that answer 201 when something is new. */
export const describedWrite = (schema: object) =>
  described(schema, { 201: answer('Counted.', schema, privateHeaders) });

export const describedEmpty = {
  204: { description: 'Done.', type: 'null', headers: privateHeaders },
  default: problemContent,
};
