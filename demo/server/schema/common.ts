import {
  longestItem,
  longestLanguage,
  longestPart,
  mostVotes,
} from '../../../src/contract/limits.js';

/** JSON Schemas (draft 2020-12) that validate requests and generate the OpenAPI document. */

/** No control characters and no lone surrogates, which some databases refuse. */
const plainCharacters = '^[^\\u0000-\\u001f\\u007f\\ud800-\\udfff]*$';

export const itemSchema = {
  type: 'string',
  minLength: 1,
  maxLength: longestItem,
  pattern: plainCharacters,
  description: 'Opaque id of an item.',
} as const;

/** Ids inside a poll, as an editor writes them. */
export const partSchema = {
  type: 'string',
  minLength: 1,
  maxLength: longestPart,
  pattern: '^[A-Za-z0-9._~-]+$',
} as const;

/** One line of plain text; never HTML. */
export const lineSchema = (maxLength: number) =>
  ({ type: 'string', minLength: 1, maxLength, pattern: plainCharacters }) as const;

export const languageSchema = {
  type: 'string',
  maxLength: longestLanguage,
  pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$',
  description: 'BCP 47 language tag.',
} as const;

/** No pattern: pages send all kinds of tags, and a bad one is answered in the nearest language. */
const requestedLanguage = {
  anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
  description:
    'Language tag such as `ru` or `ru_RU`. Any value is answered: in the nearest language that the poll has, else in English, else in its first.',
} as const;

/** The query parameter of every route with texts. */
export const languageProperty = { lang: requestedLanguage } as const;

export const timeSchema = {
  type: ['string', 'null'],
  format: 'date-time',
  description: 'RFC 3339 time.',
} as const;

/** A count that JavaScript keeps exact. */
export const countSchema = {
  type: 'integer',
  minimum: 0,
  maximum: mostVotes,
} as const;

export const itemParams = {
  type: 'object',
  required: ['item'],
  properties: { item: itemSchema },
} as const;

export const languageQuery = {
  type: 'object',
  properties: languageProperty,
} as const;

const someItems = {
  anyOf: [itemSchema, { type: 'array', items: itemSchema, maxItems: 100 }],
} as const;

/** The items of a batch: repeated `rating`, `poll` and `share` parameters. */
export const batchQuery = {
  type: 'object',
  properties: { rating: someItems, poll: someItems, share: someItems, ...languageProperty },
} as const;

/** A schema for each member of a body of the contract, no more and no fewer. */
export type Properties<Body> = Readonly<Record<keyof Body, object>>;
