/** Turns unchecked JSON into a typed value. Throws a TypeError that names the wrong field. */
export type Parser<T> = (value: unknown, path?: string) => T;

export function fail(path: string, expected: string): never {
  throw new TypeError(`${path}: expected ${expected}`);
}

const check =
  <T>(expected: string, fits: (value: unknown) => boolean): Parser<T> =>
  (value, path = '') =>
    fits(value) ? (value as T) : fail(path, expected);

/** Accepts a whole number from 0 to 2^53−1. */
export const count: Parser<number> = check(
  'a count',
  (value) => Number.isSafeInteger(value) && Number(value) >= 0,
);

export const text: Parser<string> = check('a text', (value) => typeof value === 'string');

export const id: Parser<string> = check(
  'an id',
  (value) => typeof value === 'string' && value !== '',
);

export const flag =
  (fallback: boolean): Parser<boolean> =>
  (value) =>
    typeof value === 'boolean' ? value : fallback;

/** Accepts what `parser` accepts, and replaces a missing or `null` value by the fallback. */
export const optional =
  <T, F>(parser: Parser<T>, fallback: F): Parser<T | F> =>
  (value, path) =>
    value == null ? fallback : parser(value, path);

/** Accepts one of some names. The first name replaces a missing or `null` value. */
export const oneOf = <T extends string>(...names: T[]): Parser<T> =>
  optional(
    check<T>(names.join(' or '), (value) => names.includes(value as T)),
    names[0] as T,
  );

export const list =
  <T>(parser: Parser<T>): Parser<T[]> =>
  (value, path = '') =>
    Array.isArray(value)
      ? value.map((entry, index) => parser(entry, `${path}[${index}]`))
      : fail(path, 'an array');

/** Accepts an object and parses each field that the shape names. Drops all other fields. */
export const object = <T>(shape: { readonly [K in keyof T]: Parser<T[K]> }): Parser<T> => {
  const fields = Object.entries<Parser<unknown>>(shape);
  return (value, path = '') => {
    if (!value || typeof value !== 'object' || Array.isArray(value))
      fail(path || 'body', 'an object');
    const result: Record<string, unknown> = {};
    for (const [name, parser] of fields)
      result[name] = parser((value as typeof result)[name], path ? `${path}.${name}` : name);
    return result as T;
  };
};
