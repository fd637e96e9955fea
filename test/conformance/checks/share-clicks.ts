import type { Check } from '../check.js';
import { expect, newKey } from '../client.js';
import { expectProblem } from '../shapes.js';

const clickOn = (item: string) => `/shares/${encodeURIComponent(item)}`;

/** Clicks of the own bar. */
export const shareClicks: readonly Check[] = [
  {
    title: 'a share click is 204 and counted once per key',
    async run({ call, item }) {
      const path = clickOn(item);
      const click = { method: 'POST', body: { network: 'telegram' }, key: newKey() };
      const before = (await call(path)).body.total as number;
      for (let times = 0; times < 2; times += 1) {
        const { status } = await call(path, click);
        expect(status === 204, `status ${status}`);
      }
      for (const end = Date.now() + 5000; Date.now() < end;) {
        const { total } = (await call(path)).body;
        expect(total <= before + 1, 'the click was counted twice');
        if (total === before + 1) return;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error('the click was not counted');
    },
  },
  {
    title: 'one key for two networks is 422 key_reused',
    async run({ call, item }) {
      const key = newKey();
      const click = (network: string) =>
        call(clickOn(item), { method: 'POST', body: { network }, key });
      await click('telegram');
      expectProblem(await click('vk'), 422, 'key_reused');
    },
  },
  {
    title: 'a network that is no id is 400',
    async run({ call, item }) {
      for (const network of ['', 'Not an id', 7, null]) {
        const click = { method: 'POST', body: { network }, key: newKey() };
        expectProblem(await call(clickOn(item), click), 400, 'malformed');
      }
    },
  },
];
