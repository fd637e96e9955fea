/**
 * Sentences of a page in one language; `{name}` stands for a value, `n` decides the plural.
 * @param table - Sentences by name, where needed by plural category.
 * @param lang - Language of the table.
 */
export function translator(table, lang) {
  // Made when they are needed: on a phone the first of them takes a tenth of a second.
  let plurals;
  let numbers;
  const category = (n) => (plurals ??= new Intl.PluralRules(lang)).select(n);
  const format = (n) => (numbers ??= new Intl.NumberFormat(lang)).format(n);
  return (name, values = {}) => {
    const found = table[name] ?? table.failed;
    const text = typeof found === 'string' ? found : found[category(values.n)];
    return text.replace(/\{(\w+)\}/g, (whole, key) => {
      const value = values[key];
      return typeof value === 'number' ? format(value) : (value ?? whole);
    });
  };
}
