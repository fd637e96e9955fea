/** JSON text of plain data, also where a page's script has given arrays and strings a `toJSON`. */
export const jsonOf = (data: unknown): string =>
  JSON.stringify(data, function (this: Record<string, unknown>, key) {
    return this[key];
  });
