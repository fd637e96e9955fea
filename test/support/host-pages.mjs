/** Serves the pages of test/hosts: `/host-pages/<name>?endpoint=<url>`. */
import { hosts } from '../hosts/host-table.mjs';

const widgets = `
  <riac-star-rating item="a" id="rating">Rating without script</riac-star-rating>
  <riac-star-rating item="refused" id="refused">Second rating without script</riac-star-rating>
  <riac-share-bar networks="telegram vk copy" id="share">Sharing without script</riac-share-bar>
  <riac-poll item="goals" id="poll">Poll without script</riac-poll>
  <riac-poll item="closed" id="closed">Closed poll without script</riac-poll>
  <riac-poll item="missing" id="missing">Missing poll without script</riac-poll>
  <riac-star-rating item="b" endpoint="/nowhere" debug id="debug">Third</riac-star-rating>
  <div data-riac="poll" data-item="closed" id="carrier">Carried poll without script</div>`;

const script = (name) => `<script src="/test/hosts/pages/${name}.js"></script>`;
const module = (url) => `<script type="module" src="${url}"></script>`;

function page(host, endpoint) {
  const { doctype = '<!doctype html>', attributes = '', head = '', body = '' } = host;
  const { before = [], styles = [], modules = ['/riac-widgets.js'], expected = 'works' } = host;
  return `${doctype}
<html lang="en" data-without="${host.without ?? ''}" ${attributes}>
  <head>
    <meta charset="utf-8">
    <title>${host.name}</title>
    ${['watch', ...before].map(script).join('')}
    ${styles.map((url) => `<link rel="stylesheet" href="${url}">`).join('')}
    ${head}
    ${modules.map(module).join('')}
    ${script(`walk-${expected}`)}
  </head>
  <body data-riac-endpoint="${endpoint}">${body}${widgets}</body>
</html>`;
}

export function hostPages(context, next) {
  const name = /^\/host-pages\/([\w-]+)$/.exec(context.path)?.[1];
  const host = hosts.find((one) => one.name === name);
  if (!host) return next();
  context.respond = false;
  context.res.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...host.headers });
  context.res.end(page(host, new URLSearchParams(context.querystring).get('endpoint')));
  return undefined;
}
