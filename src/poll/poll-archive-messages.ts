import type { Dictionary } from '../data/message-types.js';

/** The messages of the list of past polls, which few pages show. */
export const pollArchiveMessages: Dictionary = {
  en: {
    past: 'Past polls',
    more_polls: 'More polls',
    none: 'No poll has closed yet.',
    added: { one: '{n} more poll', other: '{n} more polls' },
  },
  ru: {
    past: 'Прошедшие опросы',
    more_polls: 'Показать ещё',
    none: 'Завершённых опросов пока нет.',
    added: {
      one: 'Ещё {n} опрос',
      few: 'Ещё {n} опроса',
      many: 'Ещё {n} опросов',
      other: 'Ещё {n} опроса',
    },
  },
};
