import { problemContent } from './answers.js';
import { privateHeaders } from './response-headers.js';

const keyHeader = {
  'idempotency-key': {
    type: 'string',
    description: 'UUID of version 7, made before the first send and reused until an answer.',
  },
} as const;

/**
 * Headers of a write. The key is required; `keyOf` checks its form, with a better message than a schema
 * gives.
 */
export const keyHeaders = {
  type: 'object',
  required: ['idempotency-key'],
  properties: keyHeader,
} as const;

export const eventsAnswer = {
  default: problemContent,
  200: {
    description: 'Server-sent events `{"kind","item","version","state","server_time"}`.',
    headers: privateHeaders,
    content: { 'text/event-stream': { schema: { type: 'string' } } },
  },
};

/** Conditions of a definition, so that two editors do not overwrite each other's changes. */
export const conditionHeaders = {
  type: 'object',
  properties: {
    'if-match': {
      type: 'string',
      description: '`ETag` of the definition that was read; 412 when another one has come since.',
    },
    'if-none-match': { enum: ['*'], description: 'Refuses with 412 what is there already.' },
  },
} as const;
