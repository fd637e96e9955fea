/** Highlights tag names, strings and comments in code. It does not change the text. */
import { h } from './dom.js';

const tokens = /(?<remark>^\s*\/\/.*$)|(?<name><\/?[a-z][\w-]*)|(?<string>"(?:[^"\\\n]|\\.)*")/gm;

/** Returns nodes whose joined text equals the code. */
export function highlighted(text: string): (Node | string)[] {
  const nodes: (Node | string)[] = [];
  let end = 0;
  for (const { 0: token, index, groups = {} } of text.matchAll(tokens)) {
    const className = Object.keys(groups).find((name) => groups[name] !== undefined);
    nodes.push(text.slice(end, index), h('span', { className: className ?? '' }, token));
    end = index + token.length;
  }
  return [...nodes, text.slice(end)];
}
