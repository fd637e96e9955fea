import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { transformSync } from 'esbuild';
import type { Adapter, Reading } from '../../src/data/adapter.js';
import { snippetsIn } from '../support/snippets.js';

/** The adapter that the documentation shows, run as it is printed. */
function documentedAdapter(): Adapter {
  const found = snippetsIn('ts').filter(({ code }) => code.includes("registerAdapter('shop'"));
  assert.equal(found.length, 1);
  const { code } = transformSync(found[0]?.code ?? '', { loader: 'ts', format: 'cjs' });
  const registered: Adapter[] = [];
  const registerAdapter = (_name: string, adapter: Adapter) => registered.push(adapter);
  const module = { exports: {} };
  runInNewContext(code, { module, require: () => ({ registerAdapter }), URLSearchParams });
  const [adapter] = registered;
  assert.ok(adapter?.send);
  return adapter;
}

test('the adapter of the documentation reads, votes, and takes a vote back', async () => {
  const { read, send } = documentedAdapter();
  const source = { endpoint: 'https://shop.example', item: 'kettle-7' } as Parameters<
    Adapter['read']
  >[0];
  const asked: string[] = [];
  const request = async (url: string, { body }: { body?: unknown } = {}) => {
    asked.push(body === undefined ? url : `${url} ${String(body)}`);
    return { count: 2, average: 4.5 };
  };
  const snapshot = { votes: 2, mean: 4.5 };
  const wish = (vote: unknown, key: string) => ({ vote, key, headers: {} });
  const answers: (Reading | undefined)[] = [
    await read(source, request),
    await send?.(source, wish({ value: 4 }, 'k1'), request),
    await send?.(source, wish(null, 'k2'), request),
  ];
  // Made in another realm.
  assert.equal(JSON.stringify(answers), JSON.stringify(Array(3).fill({ snapshot })));
  assert.deepEqual(asked, [
    'https://shop.example/reviews/kettle-7',
    'https://shop.example/reviews/kettle-7 stars=4&key=k1',
    'https://shop.example/reviews/kettle-7 stars=0&key=k2',
  ]);
});
