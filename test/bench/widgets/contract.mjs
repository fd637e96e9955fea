/** Answers of contract v1 for any item, the same at each asking. */

const policy = { change: true, withdraw: true };

const rating = (item) => ({
  item,
  version: 1,
  state: 'open',
  max: 5,
  votes: 5,
  mean: 4.2,
  histogram: [0, 0, 1, 2, 2],
  policy,
});

const share = (item) => ({ item, version: 1, total: 12, networks: { telegram: 7, vk: 5 } });

/** A poll named `many-1000` has that many options; any other has four. */
function poll(item) {
  const count = Number(/^many-(\d+)$/.exec(item)?.[1] ?? 4);
  const options = Array.from({ length: count }, (_, index) => ({
    id: `o${index}`,
    label: `Option ${index + 1}`,
    description: null,
    image: null,
    pinned: false,
    votes: index + 1,
  }));
  const votes = (count * (count + 1)) / 2;
  const question = { id: 'q1', text: 'Which one?', kind: 'single', min: 1, max: 1, required: true };
  return {
    item,
    revision: 1,
    version: 1,
    state: 'open',
    opens_at: null,
    closes_at: null,
    lang: 'en',
    title: 'A poll',
    results: 'always',
    results_state: 'visible',
    policy,
    voters: votes,
    questions: [{ ...question, order: 'authored', voters: votes, votes, options }],
  };
}

const bodies = { rating, share, poll };
const kinds = { ratings: 'rating', shares: 'share', polls: 'poll' };

export function answer(path, query) {
  const [, , , route, item] = path.split('/');
  if (kinds[route]) return bodies[kinds[route]](decodeURIComponent(item));
  const items = [...query].filter(([kind]) => bodies[kind]);
  return {
    items: items.map(([kind, name]) => ({
      kind,
      item: name,
      status: 200,
      body: bodies[kind](name),
    })),
  };
}
