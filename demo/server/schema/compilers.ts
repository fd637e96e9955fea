import buildValidators from '@fastify/ajv-compiler';

type Pool = ReturnType<typeof buildValidators>;
type Compile = ReturnType<Pool>;
type Validator = ReturnType<Compile>;

/** A validator that compiles at its first use, so that a start compiles none of the fifty. */
function lazily(compile: () => Validator): Validator {
  let compiled: Validator | undefined;
  const validator = ((data: unknown) => {
    compiled ??= compile();
    const isValid = compiled(data);
    validator.errors = compiled.errors ?? null;
    return isValid;
  }) as Validator;
  return validator;
}

const pool = buildValidators();

/** Makes Fastify compile validators at their first use, and no serializers. */
export const compilersFactory = {
  buildValidator: (...options: Parameters<Pool>): Compile => {
    const compile = pool(...options);
    return (route) => lazily(() => compile(route));
  },
  // Routes send JSON text or use JSON.stringify. The response schemas are documentation.
  buildSerializer: () => () => JSON.stringify,
};
