#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { connect, randomItem } from './client.js';
import { runSuite, type Result } from './suite.js';

const usage = `Usage: riac-conformance <endpoint> [options]

Checks a back end against the HTTP contract of riac-widgets. Reads, and sends votes that must be
refused, at a random new item unless --item names one. Where the endpoint answers 429 with a
Retry-After of up to a minute, it is waited for.

  --write           also vote and click there
  --item <id>       rating and share item to use
  --poll <id>       an existing poll to read and, with --write, to vote in
  --origin <url>    a site whose pages may use the endpoint, to check CORS
  --editor <token>  with --write: define polls under random ids, vote in them, remove them

Example: riac-conformance https://widgets.example.org/api/v1 --write --poll reading-habits`;

function line({ title, outcome, reason }: Result): string {
  return `${outcome.padEnd(9)}  ${title}${reason ? `\n           ${reason}` : ''}`;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      write: { type: 'boolean', default: false },
      item: { type: 'string' },
      poll: { type: 'string' },
      origin: { type: 'string' },
      editor: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const [url] = positionals;
  if (values.help || !url || !URL.canParse(url)) {
    console.info(usage);
    return values.help ? 0 : 2;
  }
  const endpoint = connect(url, values.item ?? randomItem(), values, (seconds) =>
    console.info(`${'waits'.padEnd(9)}  ${seconds} s: the endpoint asks for it`),
  );
  const results = await runSuite(endpoint, values.write);
  for (const result of results) console.info(line(result));
  const count = (outcome: string) => results.filter((one) => one.outcome === outcome).length;
  console.info(
    `\n${count('holds')} hold, ${count('fails')} fail, ${count('not asked')} were not asked`,
  );
  return count('fails') ? 1 : 0;
}

process.exitCode = await main().catch((error: Error) => {
  console.error(error.message);
  return 2;
});
