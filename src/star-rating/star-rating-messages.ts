import type { Dictionary } from '../data/message-types.js';

/** The messages of the star rating. The value `n` selects the plural form. */
export const starRatingMessages: Dictionary = {
  en: {
    prompt: 'Rate this article',
    result: 'Article rating',
    summary: '(votes: {votes}, rating: {mean})',
    unrated: '(no votes yet)',
    votes: { one: '{n} vote', other: '{n} votes' },
    average: 'Average rating {mean} of {max}, {votes}.',
    stars: { one: '{n} star of {max}', other: '{n} stars of {max}' },
    own: 'Your vote: {value}',
    choice: 'Your choice: {value}',
    submit: 'Submit rating',
    remove: 'Remove my vote',
    clear: 'Clear',
    thanks: 'Thank you, your vote: {value} of {max}.',
    final: 'The vote is final.',
    replace: 'Remove my vote first.',
  },
  ru: {
    prompt: 'Оцените статью',
    result: 'Оценка статьи',
    summary: '(голосов: {votes}, оценка: {mean})',
    unrated: '(голосов пока нет)',
    // In Russian, the plural categories "few" and "other" have the same form here.
    votes: { one: '{n} голос', many: '{n} голосов', other: '{n} голоса' },
    average: 'Средняя оценка {mean} из {max}, {votes}.',
    stars: {
      one: '{n} звезда из {max}',
      many: '{n} звёзд из {max}',
      other: '{n} звезды из {max}',
    },
    own: 'Ваша оценка: {value}',
    choice: 'Ваш выбор: {value}',
    submit: 'Отправить оценку',
    remove: 'Снять мою оценку',
    clear: 'Сбросить',
    thanks: 'Спасибо, ваша оценка: {value} из {max}.',
    final: 'Изменить оценку нельзя.',
    replace: 'Сначала снимите оценку.',
  },
};
