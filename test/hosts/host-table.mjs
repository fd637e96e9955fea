const bundle = '/riac-widgets.js';
const npmEntries = '/dist/esm/index.js';

/** What a sanitiser lets pass of a reader's text: no widget but these may be the worse for it. */
const strangers = ['star-rating', 'share-bar', 'poll']
  .map(
    (kind) => `<div data-riac="${kind}" data-item="b" data-onclick="faults.push('ran')"
      data-onfocus="faults.push('ran')" data-tabindex="0" data-autofocus
      data-style="position: fixed; inset: 0; z-index: 9"></div>
    <form data-riac="${kind}"><input name="attributes"><input name="parentNode"></form>`,
  )
  .join('');

/**
 * The pages that the widgets are tried in. `before` names scripts of test/hosts/pages that run first,
 * `styles` are style sheets, `headers` go with the page, `modules` are loaded in that order. Where
 * `expected` is `fallback`, the page makes widgets impossible, and its own text must stay. `without`
 * names a widget whose tag is not ours there.
 */
export const hosts = [
  { name: 'plain', title: 'A plain page' },
  {
    name: 'policy',
    title: 'A policy that allows scripts, styles and images of the site and the endpoint only',
    headers: {
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'",
    },
  },
  {
    name: 'types-named',
    title: 'Trusted Types enforced, `riac-widgets` allowed',
    headers: {
      'content-security-policy': "require-trusted-types-for 'script'; trusted-types riac-widgets",
    },
  },
  {
    name: 'types-enforced',
    title: 'Trusted Types enforced, any name allowed',
    headers: { 'content-security-policy': "require-trusted-types-for 'script'" },
  },
  {
    name: 'strangers',
    title: 'Carriers in the text of a stranger, with handlers, styles and names that hide others',
    body: strangers,
  },
  {
    name: 'strangers-types',
    title: 'The same carriers, Trusted Types enforced',
    headers: {
      'content-security-policy': "require-trusted-types-for 'script'; trusted-types riac-widgets",
    },
    body: strangers,
  },
  {
    name: 'types-none',
    title: 'No Trusted Types policy allowed, nothing enforced',
    headers: { 'content-security-policy': "trusted-types 'none'" },
    reports: /^trusted-types /,
  },
  {
    name: 'types-foreign',
    title: 'Trusted Types enforced, beside another copy of Lit',
    headers: {
      'content-security-policy':
        "require-trusted-types-for 'script'; trusted-types lit-html riac-widgets",
    },
    modules: ['/test/hosts/pages/foreign-lit.js', bundle],
  },
  {
    name: 'types-other',
    title: 'Trusted Types enforced, only other names allowed',
    headers: {
      'content-security-policy': "require-trusted-types-for 'script'; trusted-types elsewhere",
    },
    reports: /^(trusted-types|require-trusted-types-for) /,
    expected: 'fallback',
  },
  {
    name: 'sandbox',
    title: 'A frame with `sandbox="allow-scripts"`: no origin, no storage',
    sandbox: 'allow-scripts',
  },
  {
    name: 'insecure',
    title: 'Without what browsers keep from plain http pages',
    before: ['insecure'],
  },
  { name: 'no-storage', title: 'Storage that throws', before: ['no-storage'] },
  {
    name: 'unset',
    title: '`* { all: unset !important }`',
    styles: ['/test/hosts/pages/unset.css'],
  },
  {
    name: 'small-root',
    title: 'A root of 62.5%',
    styles: ['/test/hosts/pages/small-root.css'],
  },
  {
    name: 'bootstrap',
    title: 'Bootstrap',
    styles: ['/node_modules/bootstrap/dist/css/bootstrap.min.css'],
  },
  {
    name: 'tailwind',
    title: 'Tailwind’s reset',
    styles: ['/node_modules/tailwindcss/preflight.css'],
  },
  { name: 'quirks', title: 'Quirks mode', doctype: '' },
  { name: 'right-to-left', title: 'A page from right to left', attributes: 'dir="rtl"' },
  { name: 'base', title: 'A `<base>` that leads elsewhere', head: '<base href="/elsewhere/">' },
  { name: 'prototype', title: 'Prototype’s `toJSON` on arrays and strings', before: ['prototype'] },
  {
    name: 'object-prototype',
    title: 'Enumerable additions to `Object.prototype`',
    before: ['object-prototype'],
  },
  { name: 'wrapped-fetch', title: 'A wrapped `fetch`', before: ['wrapped-fetch'] },
  {
    name: 'clobbered',
    title: 'Names in the markup that hide properties of the document',
    body: [
      ...['body', 'head', 'title', 'currentScript', 'forms', 'images', 'config', 'cookie'],
      ...['baseURI', 'documentElement', 'host', 'querySelector', 'querySelectorAll'],
    ]
      .map((name) => `<img name="${name}" id="${name}" alt=""><form name="${name}"></form>`)
      .join(''),
  },
  {
    name: 'thrice',
    title: 'The same bundle three times',
    modules: ['?1', '?2', '?3'].map((one) => bundle + one),
  },
  {
    name: 'bundle-then-npm',
    title: 'The bundle, then another build of the library',
    modules: [bundle, npmEntries],
  },
  {
    name: 'npm-then-bundle',
    title: 'Another build of the library, then the bundle',
    modules: [npmEntries, bundle],
  },
  {
    name: 'stolen-tag',
    title: 'A tag that the page has defined itself',
    before: ['stolen-tag'],
    without: 'share',
  },
];
