import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { Engine } from 'php-parser';
import { snippetsIn } from '../support/snippets.js';

/** Functions that the recipes may call, and the version of WordPress that brought each (its `@since`). */
const since: Readonly<Record<string, number>> = {
  add_action: 1.2,
  add_filter: 0.71,
  add_shortcode: 2.5,
  esc_attr: 2.8,
  get_queried_object_id: 3.1,
  get_the_id: 2.1,
  is_singular: 1.5,
  sanitize_key: 3,
};

/** Functions of PHP itself, from before PHP 5. */
const ownOfPhp = ['is_string', 'sprintf'];

const places = snippetsIn('php').filter(({ page }) => page.endsWith('/cms.md'));
const plugins = places.filter(({ code }) => code.includes('Plugin Name'));
const fragments = places.filter(({ code }) => !code.includes('Plugin Name'));

interface Node {
  readonly kind: string;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string';

/** A node and all that are in it. */
function* nodesIn(value: unknown): Generator<Node> {
  if (typeof value !== 'object' || value === null) return;
  if (isNode(value)) yield value;
  for (const part of Object.values(value)) yield* nodesIn(part);
}

/** Parses as PHP of a version, such as 506 for 5.6, whose parser refuses what came later. */
const parsed = (code: string, version: number, place = '') =>
  new Engine({ parser: { extractDoc: true, version } }).parseCode(code, place);

/** The plain name that a node calls or makes; undefined for what a variable holds. */
function nameIn(node: Node): string | undefined {
  const what: unknown = 'what' in node ? node.what : undefined;
  return isNode(what) && what.kind === 'name' && 'name' in what ? String(what.name) : undefined;
}

/** All that may be missing where a snippet runs: functions by name, classes as `class Name`. */
function needsOf(code: string, version: number, place?: string): string[] {
  const nodes = [...nodesIn(parsed(code, version, place).children)];
  return nodes.flatMap((node) => {
    const name = nameIn(node);
    if (!name) return [];
    return node.kind === 'call' ? [name.replace(/^\\/, '').toLowerCase()] : [`class ${name}`];
  });
}

/** What a snippet defines, so that a second copy of it on the same site is a fatal error. */
const definitionsOf = (code: string, version: number, place?: string) =>
  [...nodesIn(parsed(code, version, place).children)].filter(({ kind }) =>
    ['function', 'class', 'interface', 'trait', 'constantstatement'].includes(kind),
  );

function promisedBy(code: string): { readonly wordpress: number; readonly php: number } {
  const [, wordpress] = /Requires at least: (\d+\.\d+)/.exec(code) ?? [];
  const [, major, minor] = /Requires PHP: (\d+)\.(\d+)/.exec(code) ?? [];
  return { wordpress: Number(wordpress), php: Number(major) * 100 + Number(minor) };
}

const missingIn = (code: string, place?: string) => {
  const { wordpress, php } = promisedBy(code);
  return needsOf(code, php, place).filter(
    (name) => !ownOfPhp.includes(name) && !((since[name] ?? Infinity) <= wordpress),
  );
};

test('the plugin calls only what the oldest WordPress and PHP that it promises have', () => {
  assert.deepEqual(plugins.map(({ page }) => page).sort(), [
    'demo/site/docs/en/cms.md',
    'demo/site/docs/ru/cms.md',
  ]);
  for (const { code, place } of plugins) {
    assert.deepEqual(missingIn(code, place), [], place);
    assert.deepEqual(definitionsOf(code, promisedBy(code).php, place), [], place);
  }
});

/** What WordPress does of all that the plugin calls, as far as shortcodes need it. */
const wordPress = `
  function add_action($hook, $work) {}
  function add_filter($hook, $work, $priority = 10) {}
  function add_shortcode($name, $work) { $GLOBALS['codes'][$name] = $work; }
  function esc_attr($text) { return htmlspecialchars($text, ENT_QUOTES); }
  function sanitize_key($key) { return preg_replace('/[^a-z0-9_\\-]/', '', strtolower($key)); }
`;

/** What a shortcode becomes; without its options WordPress hands over an empty text. */
function runShortcode(code: string, name: string, options: string) {
  const rest = code.replace(/^<\?php/, '');
  const program = `${wordPress} ${rest} echo $GLOBALS['codes']['${name}'](${options});`;
  return spawnSync('php', ['-d', 'display_errors=stderr', '-r', program], { encoding: 'utf8' });
}

/** PHP is no part of this project; where it is installed, the plugin runs on it. */
const hasPhp = spawnSync('php', ['-v']).status === 0;

test('an option of a shortcode without a value is an option of the widget', () => {
  const address = ' data-endpoint="https://widgets.example.org/api/v1"';
  const cases = {
    "''": '',
    "array('item' => 'a', 0 => 'histogram')": ' data-item="a" data-histogram=""',
    "array('Histogram', 'item' => 'a\"b')": ' data-histogram="" data-item="a&quot;b"',
    "array('“', 'x onload=y')": ' data-xonloady=""',
  };
  for (const { code, place } of plugins) {
    const loops = [...nodesIn(parsed(code, 506).children)].filter(({ kind }) => kind === 'foreach');
    const guards = [...nodesIn(loops[0])].filter(({ kind }) => kind === 'if');
    const asksForName = (guard: Node) => JSON.stringify(guard).includes('is_string');
    // A loop that passes over what has no name would lose the option.
    assert.ok(!guards.some((guard) => asksForName({ ...guard, body: null } as Node)), place);
    for (const [options, expected] of hasPhp ? Object.entries(cases) : []) {
      const { stdout, stderr } = runShortcode(code, 'riac-star-rating', options);
      const all = options === "''" ? address : `${address}${expected}`;
      assert.deepEqual([stdout, stderr], [`<div data-riac="star-rating"${all}></div>`, ''], place);
    }
  }
});

test('this test sees newer functions, newer PHP and definitions', () => {
  const plugin = (code: string) =>
    `<?php\n/* Requires at least: 5.0\n * Requires PHP: 5.6 */\n${code}`;
  const hook = (code: string) => plugin(`add_action('wp_head', function () { ${code} });`);
  assert.deepEqual(missingIn(hook("wp_enqueue_script_module('a');")), ['wp_enqueue_script_module']);
  assert.deepEqual(missingIn(hook('new WP_Script_Modules();')), ['class WP_Script_Modules']);
  assert.throws(() => missingIn(plugin('$a = fn() => 1;')), /Parse Error/);
  assert.equal(definitionsOf(plugin('function riac() {}'), 506).length, 1);
});

test('what goes into a template begins and ends as HTML and calls nothing', () => {
  assert.equal(fragments.length, 2);
  for (const { code, place } of fragments) {
    assert.deepEqual(needsOf(code, 504, place), [], place);
    const kinds = parsed(code, 504, place).children.map(({ kind }) => kind);
    assert.deepEqual([kinds[0], kinds.at(-1)], ['inline', 'inline'], place);
  }
});

test('both languages print the same PHP', () => {
  const codeOf = (language: string) =>
    places
      .filter(({ page }) => page.includes(`/${language}/`))
      .map(({ code }) => code)
      .sort();
  assert.deepEqual(codeOf('ru'), codeOf('en'));
});
