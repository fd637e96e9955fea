/**
 * Writes plain data as JSON. Ignores `toJSON` methods, since some old page scripts add one to
 * arrays and strings that changes the result.
 */
export const jsonOf = (data: unknown): string =>
  JSON.stringify(data, function (this: Record<string, unknown>, key) {
    return this[key];
  });
