import type { FastifyInstance } from 'fastify';
import { pollDefinitionSchema, ratingDefinitionSchema } from '../schema/definitions.js';
import type { FaultOf } from './load-definitions.js';

interface Fault {
  readonly instancePath: string;
  readonly message?: string;
}

type Validate = ((value: unknown) => boolean) & { errors?: readonly Fault[] | null };

/** Checks definitions outside a request, by the very validator that checks the editor's requests. */
export function faultFinder(app: FastifyInstance): FaultOf {
  const compile = (schema: object) =>
    app.validatorCompiler?.({ schema, method: 'PUT', url: '', httpPart: 'body' }) as
      Validate | undefined;
  const validators = {
    poll: compile(pollDefinitionSchema),
    rating: compile(ratingDefinitionSchema),
    share: undefined,
  };
  return (kind, definition) => {
    const validate = validators[kind];
    if (!validate) return 'cannot be checked';
    if (validate(definition)) return undefined;
    const fault = validate.errors?.[0];
    return `${fault?.instancePath || '/'} ${fault?.message ?? 'is not valid'}`;
  };
}
