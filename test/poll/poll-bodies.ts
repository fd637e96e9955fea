type Json = Record<string, unknown>;

export const option = (id: string, label: string, votes: number | null, more: Json = {}) => ({
  id,
  label,
  description: null,
  image: null,
  pinned: false,
  votes,
  ...more,
});

export const goals = [
  option('a', 'Trade', 33),
  option('b', 'Safety', 30),
  option('c', 'Climate', 24),
  option('d', 'Travel', 21),
];

export const question = (more: Json = {}) => ({
  id: 'q1',
  text: 'What should come first?',
  kind: 'single',
  min: 1,
  max: 1,
  required: true,
  order: 'authored',
  other: false,
  voters: 108,
  votes: 108,
  options: goals,
  ...more,
});

/** An open poll of the contract; `more` replaces fields. */
export const pollBody = (more: Json = {}) => ({
  item: 'goals',
  revision: 1,
  version: 1,
  state: 'open',
  opens_at: null,
  closes_at: null,
  lang: 'en',
  title: 'Your opinion',
  results: 'always',
  results_state: 'visible',
  policy: { change: true, withdraw: true },
  voters: 108,
  questions: [question()],
  ...more,
});

/** The same poll as those see it from whom the counts are kept. */
export function hidden(body: ReturnType<typeof pollBody>) {
  const questions = (body.questions as ReturnType<typeof question>[]).map((one) => ({
    ...one,
    voters: null,
    votes: null,
    options: one.options.map((each) => ({ ...each, votes: null })),
  }));
  return { ...body, results_state: 'hidden', voters: null, questions };
}

export const closed = {
  state: 'closed',
  closes_at: '2020-11-10T00:00:00Z',
  title: 'Poll conducted',
};
