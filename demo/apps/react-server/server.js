import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import sirv from 'sirv';
import { render } from './dist/server/entry-server.js';

const page = await readFile('dist/client/index.html', 'utf8');
const files = sirv('dist/client', { extensions: [] });

const server = createServer((request, response) =>
  files(request, response, () => {
    response.setHeader('content-type', 'text/html');
    response.end(page.replace('<!--app-->', () => render()));
  }),
);

server.listen(Number(process.env.PORT ?? 3000), '127.0.0.1', () => {
  console.info(`http://127.0.0.1:${server.address().port}/`);
});
