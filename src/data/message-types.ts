/** A message, or its plural forms by CLDR plural category. `{name}` is a placeholder for a value. */
export type Message = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

/** Messages by name. */
export type Messages = Readonly<Record<string, Message>>;

/** Messages by language tag. */
export type Dictionary = Readonly<Record<string, Messages>>;
