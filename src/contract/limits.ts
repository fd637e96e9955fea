/** The bounds of contract v1. Lengths are in UTF-16 code units, as JSON Schema and `maxlength` count. */

/** Items that one `GET /state`, `/me` or `/events` may name. */
export const mostItems = 20;

/** Length of an item's id. */
export const longestItem = 200;

/** Largest count: the largest integer that JavaScript keeps exact. */
export const mostVotes = Number.MAX_SAFE_INTEGER;

/** Largest count that may come from an older system; leaves room for votes to come. */
export const mostImported = 1e12;

/** Stars that a widget can show. */
export const mostStars = 10;

export const mostQuestions = 50;

/** Options of one question, the write-in option included. */
export const mostOptions = 200;

/** Length of the id of a question or an option, as an editor writes it. */
export const longestPart = 100;

export const longestTitle = 500;
export const longestQuestion = 1000;
export const longestLabel = 500;
export const longestDescription = 1000;
export const longestAlt = 300;

/** Languages of one text. */
export const mostLanguages = 50;

/** Length of a BCP 47 tag. */
export const longestLanguage = 35;

/** Length of the reader's own words. */
export const longestOther = 200;

/** Length of a network's name and of a placement in a reported click. */
export const longestNetwork = 40;
export const longestPlacement = 40;
