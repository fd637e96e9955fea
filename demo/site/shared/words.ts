/** A sentence by plural category; `other` stands in where a language has no more. */
export interface PluralSentence {
  readonly one?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

export type Sentence = string | PluralSentence;

/** What goes into a sentence, by the name in its braces. Numbers are written as the language does. */
export type Values = Readonly<Record<string, string | number>>;

/** Language of the page. */
export const lang = document.documentElement.lang === 'ru' ? 'ru' : 'en';

const plain = (sentence: Sentence, category: () => Intl.LDMLPluralRule) =>
  typeof sentence === 'string' ? sentence : (formOf(sentence, category()) ?? sentence.other);

const formOf = (sentence: PluralSentence, category: Intl.LDMLPluralRule) =>
  category === 'zero' || category === 'two' ? undefined : sentence[category];

/**
 * Reads sentences of one language; `{name}` stands for a value, the value `n` decides the plural.
 * @param table - Sentences by name, where needed by plural category.
 * @param tongue - Language of the table.
 */
export function translator<Name extends string>(
  table: Readonly<Record<Name, Sentence>>,
  tongue: string,
): (name: Name, values?: Values) => string {
  // Made at first use: on a phone the first formatter takes a tenth of a second.
  let plurals: Intl.PluralRules | undefined;
  let numbers: Intl.NumberFormat | undefined;
  const category = (n: number) => (plurals ??= new Intl.PluralRules(tongue)).select(n);
  const format = (n: number) => (numbers ??= new Intl.NumberFormat(tongue)).format(n);
  return (name, values = {}) =>
    plain(table[name], () => category(Number(values['n']))).replace(/\{(\w+)\}/g, (whole, key) => {
      const value = values[String(key)];
      return typeof value === 'number' ? format(value) : (value ?? whole);
    });
}
