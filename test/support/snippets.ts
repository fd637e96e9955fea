import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const project = fileURLToPath(new URL('../../', import.meta.url));

/** A fenced block of a text. */
export interface Snippet {
  /** File and line, as in `demo/site/docs/en/http.md:12`. */
  readonly place: string;
  readonly page: string;
  readonly language: string;
  /** Words after the language: what the block is. */
  readonly flags: readonly string[];
  readonly code: string;
}

const fence = /^( *)```(\S*)(.*)\n([\s\S]*?)^ *```$/gm;

/** A block within a list is set in as far as the list is. */
const flush = (code: string, indent: string) =>
  code.replace(new RegExp(`^${indent}`, 'gm'), '').trimEnd();

/** The blocks of one text, in their order. */
export function snippetsOf(file: string): Snippet[] {
  const page = relative(project, file);
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(fence)].map((found) => {
    const [, indent = '', language = '', flags = '', code = ''] = found;
    const line = text.slice(0, found.index).split('\n').length;
    const words = flags.trim().split(/\s+/).filter(Boolean);
    return { place: `${page}:${line}`, page, language, flags: words, code: flush(code, indent) };
  });
}

const texts = join(project, 'demo', 'site', 'docs');

/** All texts that show code to users: the README, the documentation, and how to run the server. */
export const textFiles = [
  join(project, 'README.md'),
  join(project, 'demo', 'server', 'DEPLOYMENT.md'),
  ...readdirSync(texts, { recursive: true })
    .map((name) => join(texts, String(name)))
    .filter((name) => name.endsWith('.md'))
    .sort(),
];

export const allSnippets = textFiles.flatMap(snippetsOf);

/** The blocks in one of these languages. */
export const snippetsIn = (...languages: string[]) =>
  allSnippets.filter(({ language }) => languages.includes(language));
