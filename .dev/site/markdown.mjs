/** Turns Markdown into HTML with anchors, highlighted code, copy buttons, and tables that can scroll. */
import highlighter from 'highlight.js/lib/common';
import http from 'highlight.js/lib/languages/http';
import nginx from 'highlight.js/lib/languages/nginx';
import MarkdownIt from 'markdown-it';
import anchors from 'markdown-it-anchor';
import { parse } from 'yaml';
import { words } from './words.mjs';

highlighter.registerLanguage('http', http);
highlighter.registerLanguage('nginx', nginx);

const grammars = { html: 'xml', vue: 'xml', svelte: 'xml', sh: 'bash', tsx: 'typescript' };
const names = { sh: 'Shell', ts: 'TypeScript', js: 'JavaScript', vue: 'Vue', svelte: 'Svelte' };

/** Makes an anchor from a heading. It keeps letters of all alphabets, so Russian headings work, too. */
export const slugOf = (text) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

function highlight(code, language) {
  const grammar = grammars[language] ?? language;
  if (highlighter.getLanguage(grammar))
    return highlighter.highlight(code, { language: grammar }).value;
  return MarkdownIt().utils.escapeHtml(code);
}

/** Renders a code block. With the flag `live`, the page also runs the code above the block. */
function codeBlock(code, info, id, lang) {
  const [language = '', ...flags] = info.split(/\s+/);
  const { code: noun, copy, copied, selected, result } = words[lang];
  const name = names[language] ?? language.toUpperCase();
  const live = flags.includes('live')
    ? `<div class="live" role="group" aria-label="${result}">${code}</div>\n`
    : '';
  return `${live}<div class="snippet">
<div class="snippet-bar"><p class="label">${name}</p><span class="quiet" role="status" id="${id}-status"></span>
<button class="button plain" type="button" data-copy="${id}" data-status="${id}-status" data-done="${copied}" data-selected="${selected}">${copy}</button></div>
<pre tabindex="0" role="group" aria-label="${noun}: ${name}"><code id="${id}" class="language-${language}">${highlight(code.trimEnd(), language)}</code></pre>
</div>\n`;
}

function createRenderer(lang) {
  const renderer = MarkdownIt({ html: true, linkify: false, typographer: false }).use(anchors, {
    level: [2, 3],
    slugify: slugOf,
    tabIndex: false,
  });
  const { rules } = renderer.renderer;
  rules.fence = (tokens, index, _options, env) => {
    env.blocks = (env.blocks ?? 0) + 1;
    return codeBlock(tokens[index].content, tokens[index].info.trim(), `code-${env.blocks}`, lang);
  };
  rules.table_open = () =>
    `<div class="table" tabindex="0" role="group" aria-label="${words[lang].table}"><table>`;
  rules.table_close = () => '</table></div>';
  return renderer;
}

const renderers = { en: createRenderer('en'), ru: createRenderer('ru') };

/** Splits a text into the YAML between the two lines of dashes at its top and the Markdown below. */
export function splitFrontMatter(text) {
  const found = /^---\n([\s\S]*?)\n---\n/.exec(text);
  return found ? { data: parse(found[1]), text: text.slice(found[0].length) } : { data: {}, text };
}

const plain = (token) =>
  (token.children ?? [])
    .map(({ type, content }) => (type === 'softbreak' ? ' ' : content))
    .join('');

/** Renders a text. Returns its HTML, its headings, and its sections as plain words for the search. */
export function renderMarkdown(text, lang) {
  const env = {};
  const renderer = renderers[lang];
  const tokens = renderer.parse(text, env);
  const sections = [{ heading: '', slug: '', level: 1, words: [] }];
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'heading_open' && Number(token.tag.slice(1)) > 1) {
      const heading = plain(tokens[index + 1]);
      const level = Number(token.tag.slice(1));
      sections.push({ heading, slug: token.attrGet('id') ?? '', level, words: [] });
    } else if (token.type === 'inline' && tokens[index - 1]?.type !== 'heading_open') {
      sections.at(-1).words.push(plain(token));
    } else if (token.type === 'fence') sections.at(-1).words.push(token.content);
  }
  return { html: renderer.renderer.render(tokens, renderer.options, env), sections };
}
