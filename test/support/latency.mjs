import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits as long as the back ends of the tests are told to take for an answer: `TEST_LATENCY` in
 * milliseconds, 0 unless set. What is shown before an answer is then shown for so long, and a test
 * that takes it for confirmed fails each time instead of now and then.
 */
export const latency = async () => {
  const milliseconds = Number(process.env.TEST_LATENCY ?? 0);
  if (milliseconds) await sleep(milliseconds);
};
