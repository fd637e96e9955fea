/**
 * This file holds the limits of contract v1. Lengths are in UTF-16 code units, as `maxlength` of
 * HTML counts.
 */

/** The number of items that one `GET /state`, `/me` or `/events` may name. */
export const mostItems = 20;

/** The length of an item's public id. */
export const longestItem = 200;

/** The largest count. JavaScript represents every integer up to this one exactly. */
export const mostVotes = Number.MAX_SAFE_INTEGER;

/**
 * The largest count that an import from an older system may have. It leaves room for future votes.
 */
export const mostImported = 1e12;

/** The most stars that a widget shows. */
export const mostStars = 10;

/** The most stars that a definition may have. A widget shows at most `mostStars` of them. */
export const mostDefinedStars = 20;

/** The number of stars of a rating whose definition does not name one. */
export const usualStars = 5;

export const mostQuestions = 50;

/** The most options of one question, including the option `other`. */
export const mostOptions = 200;

/** The length of the id of a question or an option. */
export const longestPart = 100;

export const longestTitle = 500;
export const longestQuestion = 1000;
export const longestLabel = 500;
export const longestDescription = 1000;
export const longestAlt = 300;

/** The most languages of one text. */
export const mostLanguages = 50;

/** The length of a BCP 47 tag. */
export const longestLanguage = 35;

/** The length of a write-in. */
export const longestOther = 200;

/** The length of a network id and of a placement in a reported click. */
export const longestNetwork = 40;
export const longestPlacement = 40;
