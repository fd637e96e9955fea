/** A poll with one single choice, as an editor writes it. */
export const teaPoll = {
  title: { en: 'Tea', ru: 'Чай' },
  questions: [
    {
      id: 'q1',
      text: { en: 'Which tea?', ru: 'Какой чай?' },
      kind: 'single',
      options: [
        { id: 'black', label: { en: 'Black', ru: 'Чёрный' } },
        { id: 'green', label: { en: 'Green', ru: 'Зелёный' } },
      ],
    },
  ],
} as const;

/** A ballot for the tea poll. */
export const tea = (option: string, revision = 1) => ({
  revision,
  answers: [{ question: 'q1', options: [option] }],
});

/** Two questions: several answers with bounds, and a voluntary one with own words. */
export const wishPoll = {
  title: 'Wishes',
  questions: [
    {
      id: 'topics',
      text: 'What about?',
      kind: 'multiple',
      min: 2,
      max: 3,
      options: ['a', 'b', 'c', 'd'].map((id) => ({ id, label: id.toUpperCase() })),
    },
    {
      id: 'place',
      text: 'Where?',
      kind: 'single',
      required: false,
      other: true,
      options: [{ id: 'home', label: 'At home' }],
    },
  ],
} as const;

export const wishes = (topics: readonly string[], place?: object, revision = 1) => ({
  revision,
  answers: [
    { question: 'topics', options: topics },
    ...(place ? [{ question: 'place', ...place }] : []),
  ],
});
