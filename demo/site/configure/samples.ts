/** What the preview shows where the site's own server has nothing of that name, as contract v1 has it. */

/** The parts of a poll that a vote changes; all others are handed on. */
export interface SamplePoll {
  readonly results_state: string;
  readonly voters: number;
  readonly questions: readonly SampleQuestion[];
}

interface SampleQuestion {
  readonly id: string;
  readonly voters: number;
  readonly options: readonly { readonly id: string; readonly votes: number }[];
}

const english = {
  title: 'Your evening reading',
  text: 'When do you read long articles?',
  options: ['In the evening', 'On the way to work', 'At the weekend', 'Whenever I find one'],
};

const russian = {
  title: 'Что вы читаете вечером',
  text: 'Когда вы читаете большие статьи?',
  options: ['Вечером', 'По дороге на работу', 'В выходные', 'Когда попадутся'],
};

const counts = [33, 30, 24, 21];
const voters = counts.reduce((sum, count) => sum + count);

let versions = 0;

/** A poll of one question, in the language asked for. */
export function samplePoll(item: string, lang: string) {
  const { title, text, options } = lang === 'ru' ? russian : english;
  return {
    ...{ item, revision: 1, version: ++versions, state: 'open', opens_at: null, closes_at: null },
    ...{ lang: lang === 'ru' ? 'ru' : 'en', title, results: 'always', results_state: 'visible' },
    policy: { change: true, withdraw: true },
    voters,
    questions: [
      {
        ...{ id: 'q1', text, kind: 'single', min: 1, max: 1, required: true, order: 'authored' },
        ...{ voters, votes: voters },
        options: options.map((label, index) => ({
          ...{ id: `o${index}`, label, description: null, image: null, pinned: false },
          votes: counts[index] ?? 0,
        })),
      },
    ],
  };
}

/**
 * A rating of so many stars, with one reader's vote among the others.
 * @param value - The stars that the reader gave; `undefined` without a vote.
 */
export function sampleRating(item: string, max: number, value: number | undefined) {
  const histogram = Array.from(
    { length: max },
    (_, index) => (index + 1) ** 2 + Number(value === index + 1),
  );
  const votes = histogram.reduce((sum, count) => sum + count);
  const total = histogram.reduce((sum, count, index) => sum + count * (index + 1), 0);
  return {
    ...{ item, version: ++versions, max, votes, mean: total / votes, histogram },
    policy: { change: true, withdraw: true },
  };
}

/** Clicks on a bar. */
export const sampleShares = (item: string) => ({
  ...{ item, version: ++versions, total: 42 },
  networks: { telegram: 17, vk: 9, whatsapp: 7, x: 5, copy: 4 },
});
