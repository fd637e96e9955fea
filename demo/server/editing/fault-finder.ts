import type { FastifyInstance } from 'fastify';
import { itemSchema } from '../schema/common.js';
import { pollDefinitionSchema, ratingDefinitionSchema } from '../schema/definitions.js';
import type { FaultOf } from './load-definitions.js';

interface Fault {
  readonly instancePath: string;
  readonly message?: string;
}

type Validate = ((value: unknown) => boolean) & { errors?: readonly Fault[] | null };

/**
 * Returns a function that checks ids and definitions from files by the same schemas as requests of an
 * editor. It returns the first fault, or `undefined`.
 */
export function faultFinder(app: FastifyInstance): FaultOf {
  const compile = (schema: object) =>
    app.validatorCompiler?.({ schema, method: 'PUT', url: '', httpPart: 'body' }) as
      Validate | undefined;
  const validators = {
    item: compile(itemSchema),
    poll: compile(pollDefinitionSchema),
    rating: compile(ratingDefinitionSchema),
    share: undefined,
  };
  return (what, value) => {
    const validate = validators[what];
    if (!validate) return 'cannot be checked';
    if (validate(value)) return undefined;
    const fault = validate.errors?.[0];
    return `${fault?.instancePath || '/'} ${fault?.message ?? 'is not valid'}`;
  };
}
