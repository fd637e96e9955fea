/**
 * Sentences of a page in one language; `{name}` stands for a value, `n` decides the plural.
 * @param table - Sentences by name, where needed by plural category.
 * @param lang - Language of the table.
 */
export function translator(table, lang) {
  const plurals = new Intl.PluralRules(lang);
  const numbers = new Intl.NumberFormat(lang);
  return (name, values = {}) => {
    const found = table[name] ?? table.failed;
    const text = typeof found === 'string' ? found : found[plurals.select(values.n)];
    return text.replace(/\{(\w+)\}/g, (whole, key) => {
      const value = values[key];
      return typeof value === 'number' ? numbers.format(value) : (value ?? whole);
    });
  };
}
