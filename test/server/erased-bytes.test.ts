import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { newToken } from './support/ids.js';
import { embeddedPlace, headersOf, main, stop } from './support/places.js';
import { wishes, wishPoll } from './support/polls.js';
import { addressOf, run } from './support/program.js';

/** Names of the files in a data folder that hold a text. */
const filesWith = (folder: string, text: string) =>
  readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(text));

/** A server with a poll that takes words, and what asks it. */
async function startWithPoll(t: TestContext) {
  const env = embeddedPlace(t);
  const folder = env['DATA_DIR'] ?? '';
  const server = run(t, main, env);
  const address = await addressOf(server);
  const editor = readFileSync(join(folder, 'editor-token'), 'utf8');
  const call = async (method: string, path: string, token: string, body?: object) => {
    const answer = await fetch(`${address}api/v1/polls/p${path}`, {
      method,
      headers: headersOf(token),
      ...(body && { body: JSON.stringify(body) }),
    });
    assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${await answer.text()}`);
  };
  await call('PUT', '', editor, wishPoll);
  const write = (token: string, words: string) =>
    call('PUT', '/vote', token, wishes(['a', 'b'], { options: [], other: words }));
  return { server, folder, editor, call, write };
}

test('erased words are in no file of a running server, nor of one that has stopped', async (t) => {
  const { server, folder, editor, call, write } = await startWithPoll(t);
  const words = 'Rude words of a reader';
  for (let voter = 0; voter < 20; voter += 1) await write(newToken(), words);
  const about = { question: 'place', words };
  await call('PUT', '/written', editor, { ...about, approved: true });
  assert.notDeepEqual(filesWith(folder, words), []);
  await call('DELETE', '/written', editor, about);
  assert.deepEqual(filesWith(folder, words), [], 'while it runs');
  await stop(server);
  assert.deepEqual(filesWith(folder, words), [], 'after its stop');
});

test('what a withdrawn, a replaced and a disapproved vote said is gone after a stop', async (t) => {
  const { server, folder, editor, call, write } = await startWithPoll(t);
  const [leaver, changer] = [newToken(), newToken()];
  await write(leaver, 'Words to withdraw');
  const about = { question: 'place', words: 'Words to withdraw' };
  await call('PUT', '/written', editor, { ...about, approved: true });
  await write(changer, 'Words to replace');
  // Brings all of it into the file, so that it is to be overwritten there.
  await stop(server);
  for (const words of ['Words to withdraw', 'Words to replace']) {
    assert.deepEqual(filesWith(folder, words), ['riac.sqlite']);
  }
  const again = run(t, main, { PORT: '0', RATE_LIMIT: 'off', POLLS_DIR: folder, DATA_DIR: folder });
  const address = await addressOf(again);
  const vote = (method: string, token: string, body?: object) =>
    fetch(`${address}api/v1/polls/p/vote`, {
      method,
      headers: headersOf(token),
      ...(body && { body: JSON.stringify(body) }),
    });
  assert.equal((await vote('DELETE', leaver)).status, 200);
  assert.equal((await vote('PUT', changer, wishes(['c', 'd']))).status, 200);
  await stop(again);
  for (const words of ['Words to withdraw', 'Words to replace']) {
    assert.deepEqual(filesWith(folder, words), []);
  }
});
