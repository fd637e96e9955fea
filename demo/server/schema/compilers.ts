import buildValidators from '@fastify/ajv-compiler';

type Pool = ReturnType<typeof buildValidators>;
type Compile = ReturnType<Pool>;
type Validator = ReturnType<Compile>;

/** A validator that is compiled when it is first asked, so that a start compiles none of fifty. */
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

/** What Fastify makes of schemas: validators when they are needed, and no serializers. */
export const compilersFactory = {
  buildValidator: (...options: Parameters<Pool>): Compile => {
    const compile = pool(...options);
    return (route) => lazily(() => compile(route));
  },
  // Bodies are made as text or by JSON.stringify; the response schemas are documentation.
  buildSerializer: () => () => JSON.stringify,
};
