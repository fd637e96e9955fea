/** A text by plural category (Unicode CLDR). `other` replaces missing categories. */
export interface PluralSentence {
  readonly one?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

export type Sentence = string | PluralSentence;

/** Values by the name in braces in a text. Numbers are formatted for the language. */
export type Values = Readonly<Record<string, string | number>>;

/** Language of the page. */
export const lang = document.documentElement.lang === 'ru' ? 'ru' : 'en';

const plain = (sentence: Sentence, category: () => Intl.LDMLPluralRule) =>
  typeof sentence === 'string' ? sentence : (formOf(sentence, category()) ?? sentence.other);

const formOf = (sentence: PluralSentence, category: Intl.LDMLPluralRule) =>
  category === 'zero' || category === 'two' ? undefined : sentence[category];

/**
 * Returns a function that returns texts of one language. It replaces `{name}` with a value, and chooses
 * the plural category by the value `n`.
 * @param table - Texts by name.
 * @param tongue - Language code of the table.
 */
export function translator<Name extends string>(
  table: Readonly<Record<Name, Sentence>>,
  tongue: string,
): (name: Name, values?: Values) => string {
  // Creates the formatters at their first use, since the first one takes 0.1 s on a phone.
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
