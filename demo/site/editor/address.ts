import type { DraftTexts } from './draft.js';

const cyrillic =
  'а-a б-b в-v г-g д-d е-e ё-e ж-zh з-z и-i й-i к-k л-l м-m н-n о-o п-p р-r с-s т-t у-u';
const further = 'ф-f х-kh ц-ts ч-ch ш-sh щ-shch ъ- ы-y ь- э-e ю-yu я-ya';
const latin = new Map(
  `${cyrillic} ${further}`.split(' ').map((pair) => {
    const [letter = '', spelling = ''] = pair.split('-');
    return [letter, spelling];
  }),
);

/** Makes the public id of a poll from its title, such as `what-should-come-first`. */
export function addressOf({ en, ru }: DraftTexts): string {
  const spelt = [...(en.trim() || ru).toLowerCase()]
    .map((char) => latin.get(char) ?? char)
    .join('');
  const words = spelt
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ');
  return words.join('-').slice(0, 60).replace(/-$/, '');
}
