/** Polls in two languages, as the back end answers them. */

const words = {
  en: {
    title: 'The night train',
    first: 'Where should the first new night train go?',
    cities: ['Prague', 'Kraków', 'Venice, with a through coach to Trieste', 'Lviv'],
    second: 'What would make you take it?',
    reasons: ['A bed of my own', 'A price below the plane’s', 'A bicycle on board'],
    other: 'Something else',
    bed: 'A compartment for one, with a door that locks.',
    bridge: 'A bridge over a river',
    written: ['Breakfast', 'No change at the border'],
    changed: 'Where should the second night train go?',
    own: 'A quiet coach',
    fallback: 'This poll needs JavaScript.',
    past: ['The ferry timetable', 'A tram to the airport', 'The name of the new bridge'],
  },
  ru: {
    title: 'Ночной поезд',
    first: 'Куда должен пойти первый новый ночной поезд?',
    cities: ['В Прагу', 'В Краков', 'В Венецию, с прямым вагоном до Триеста', 'Во Львов'],
    second: 'Что убедило бы вас поехать на нём?',
    reasons: ['Отдельное место', 'Цена ниже, чем у самолёта', 'Место для велосипеда'],
    other: 'Что-то ещё',
    bed: 'Купе на одного с дверью, которая запирается.',
    bridge: 'Мост через реку',
    written: ['Завтрак', 'Без пересадки на границе'],
    changed: 'Куда должен пойти второй ночной поезд?',
    own: 'Тихий вагон',
    fallback: 'Для этого опроса нужен JavaScript.',
    past: ['Расписание парома', 'Трамвай до аэропорта', 'Имя нового моста'],
  },
};

export type PollWords = (typeof words)['en'];

export const wordsIn = (lang: string): PollWords => (lang === 'ru' ? words.ru : words.en);

type Json = Record<string, unknown>;

const option = (id: string, label: string | undefined, votes: number, more: Json = {}) => ({
  ...{ id, label, description: null, image: null, pinned: false, votes },
  ...more,
});

/** A single choice. */
export const where = ({ first, cities }: PollWords) => ({
  ...{ id: 'where', text: first, kind: 'single', min: 1, max: 1, required: true },
  ...{ order: 'authored', other: false, voters: 108, votes: 108 },
  options: [33, 30, 24, 21].map((votes, index) =>
    option('abcd'[index] ?? '', cities[index], votes),
  ),
});

/** A multiple choice with bounds, a description, a picture, two leaders and readers' own words. */
export const why = ({ second, reasons, other, bed, bridge, written }: PollWords) => ({
  ...{ id: 'why', text: second, kind: 'multiple', min: 1, max: 2, required: false },
  ...{ order: 'authored', other: true, voters: 90, votes: 157, written },
  options: [
    option('bed', reasons[0], 61, { description: bed }),
    option('price', reasons[1], 61),
    option('bicycle', reasons[2], 27, {
      image: { src: '/test/poll/bridge.svg', alt: bridge, width: 64, height: 48 },
    }),
    option('other', other, 8, { pinned: true }),
  ],
});

/** An open poll about both; `changes` replaces fields. */
export const pollOf = (texts: PollWords, changes: object = {}) => ({
  ...{ item: 'a', revision: 1, version: 1, state: 'open', opens_at: null, closes_at: null },
  ...{ title: texts.title, results: 'always', results_state: 'visible', voters: 108 },
  policy: { change: true, withdraw: true },
  questions: [where(texts), why(texts)],
  ...changes,
});

type Poll = ReturnType<typeof pollOf>;

/** The same poll as those get it who may not see the counts. */
export const hiddenOf = (poll: Poll): Poll =>
  ({
    ...poll,
    ...{ results_state: 'hidden', voters: null },
    questions: poll.questions.map(({ options, ...question }) => ({
      ...question,
      ...{ voters: null, votes: null, written: null },
      options: options.map((each) => ({ ...each, votes: null })),
    })),
  }) as unknown as Poll;
