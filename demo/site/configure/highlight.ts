/** Code in three inks: names of tags, strings, remarks. The text stays what it is. */
import { h } from './dom.js';

const tokens = /(?<remark>^\s*\/\/.*$)|(?<name><\/?[a-z][\w-]*)|(?<string>"(?:[^"\\\n]|\\.)*")/gm;

/** Nodes that together hold exactly the text. */
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
