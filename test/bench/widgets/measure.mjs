export const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

const shuffled = (list) =>
  list
    .map((entry) => [Math.random(), entry])
    .sort(([a], [b]) => a - b)
    .map(([, entry]) => entry);

/**
 * Runs each of the named measurements once a round, in an order that changes, since a shared
 * machine is never as quiet twice. The first round warms up and does not count.
 * @returns for each name the median of each figure it gave.
 */
export async function interleave(measurements, rounds) {
  const results = Object.fromEntries(Object.keys(measurements).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, measure] of shuffled(Object.entries(measurements))) {
      const figures = await measure();
      if (round > 0) results[name].push(figures);
    }
  }
  return Object.fromEntries(
    Object.entries(results).map(([name, all]) => [
      name,
      Object.fromEntries(
        Object.keys(all[0]).map((figure) => [figure, median(all.map((one) => one[figure]))]),
      ),
    ]),
  );
}

/** Bytes of the heap after a collection. */
export async function heap(session) {
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}
