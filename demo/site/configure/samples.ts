/** Sample snapshots for the preview, in the format of contract v1, for items that the site does not have. */
import type { PollJson, RatingJson, ShareJson } from '../../../src/contract/json.js';
import { usualPolicy } from '../../../src/contract/item.js';
import { type RatingVote, withVote } from '../../../src/contract/rating.js';

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

/** Returns a poll with one question, in Russian for `ru`, else in English. */
export function samplePoll(item: string, lang: string): PollJson {
  const { title, text, options } = lang === 'ru' ? russian : english;
  return {
    ...{ item, revision: 1, version: ++versions, state: 'open', opens_at: null, closes_at: null },
    ...{ lang: lang === 'ru' ? 'ru' : 'en', title, results: 'always', results_state: 'visible' },
    policy: usualPolicy,
    voters,
    questions: [
      {
        ...{ id: 'q1', text, kind: 'single', min: 1, max: 1, required: true, order: 'authored' },
        ...{ other: false, voters, votes: voters },
        options: options.map((label, index) => ({
          ...{ id: `o${index}`, label, description: null, image: null, pinned: false },
          votes: counts[index] ?? 0,
        })),
      },
    ],
  };
}

/** Returns a rating with `max` stars that includes the reader's vote. */
export function sampleRating(item: string, max: number, vote: RatingVote | null): RatingJson {
  const histogram = Array.from({ length: max }, (_, index) => (index + 1) ** 2);
  const votes = histogram.reduce((sum, count) => sum + count);
  const total = histogram.reduce((sum, count, index) => sum + count * (index + 1), 0);
  const version = ++versions;
  const mean = total / votes;
  const others: RatingJson = {
    ...{ item, version, state: 'open', max, policy: usualPolicy },
    ...{ votes, mean, histogram },
  };
  return withVote(others, vote, null);
}

/** Returns click counts of a share bar. */
export const sampleShares = (item: string): ShareJson => ({
  ...{ item, version: ++versions, total: 42 },
  networks: { telegram: 17, vk: 9, whatsapp: 7, x: 5, copy: 4 },
});
