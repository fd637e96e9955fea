/** A sentence, or its plural forms by CLDR category; `{name}` stands for a value. */
export type Message = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

/** Sentences by name. */
export type Messages = Readonly<Record<string, Message>>;

/** Sentences by language tag. */
export type Dictionary = Readonly<Record<string, Messages>>;
