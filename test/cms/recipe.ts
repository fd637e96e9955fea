import { allSnippets, type Snippet } from '../support/snippets.js';

/** What the page of the documentation tells a reader with WordPress to paste. */
export interface Recipe {
  /** The plugin, for the server and the site it is tried on. */
  plugin(server: string): string;
  /** The line that puts an open poll into a text. */
  readonly line: string;
  /** The `div` that puts a poll into a "Custom HTML" block. */
  div(server: string): string;
}

const inPage = (page: string) => allSnippets.filter((snippet) => snippet.page === page);

function theOne(snippets: readonly Snippet[], sign: string): string {
  const found = snippets.filter(({ code }) => code.includes(sign));
  const [only] = found;
  if (!only || found.length > 1)
    throw new Error(`${found.length} blocks contain ${sign}, not one.`);
  return only.code;
}

const at = (server: string, code: string) => code.replaceAll('https://widgets.example.org', server);

/** Reads the recipe out of `cms.md`, word for word but for the address of the server. */
export function recipeOf(page: 'en' | 'ru'): Recipe {
  const snippets = inPage(`demo/site/docs/${page}/cms.md`);
  const of = (kind: string) => snippets.filter(({ language }) => language === kind);
  return {
    plugin: (server) => at(server, theOne(snippets, 'Plugin Name')),
    line: theOne(of('text'), '[riac-poll'),
    div: (server) => at(server, theOne(of('html'), 'data-endpoint')),
  };
}
