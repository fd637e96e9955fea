/** Whether the colours of a widget can be seen on the page around it. */
import { type Paper, type Scheme, type Schemes, type View, papers } from './configuration.js';
import type { Bench } from './configuration.js';
import { channelsOf, contrast, inScheme } from './contrast.js';
import type { StyleOption } from './widgets.js';

/** Pages as browsers draw them, where nobody has said otherwise. */
export const pages: Readonly<Record<Paper, Readonly<Required<Record<Scheme, string>>>>> = {
  paper: { light: '#ffffff', dark: '#121212' },
  ink: { light: '#1a1a1a', dark: '#ececec' },
};

interface Wish {
  readonly least: number;
  /** The custom property that this one is seen on; the page where none is named. */
  readonly on?: string;
}

/** What WCAG 2.2 wants: 4.5 for text (1.4.3), 3 for shapes and the focus ring (1.4.11). */
const wants: Readonly<Record<string, Wish>> = {
  '--riac-accent': { least: 3 },
  '--riac-accent-text': { least: 4.5, on: '--riac-accent' },
  '--riac-muted': { least: 4.5 },
  '--riac-error': { least: 4.5 },
  '--riac-focus': { least: 3 },
  '--riac-rating-color': { least: 3 },
};

type State = Pick<Bench, 'widget' | 'configuration'>;

const paperIn = (view: View, paper: Paper, scheme: Scheme) =>
  view[`${paper}-${scheme}`] ?? pages[paper][scheme];

/** Background and text colour of the page. */
export const pageOf = ({ configuration: { view } }: State, scheme: Scheme) => {
  const [paper, ink] = papers;
  return [paperIn(view, paper, scheme), paperIn(view, ink, scheme)] as const;
};

/** What is shown where nothing is set. */
export function usualIn({ usual, follows }: StyleOption, { widget }: State, scheme: Scheme) {
  const other = widget.styles.find(({ name }) => name === follows);
  return inScheme(usual ?? other?.usual, scheme);
}

const setIn = ({ light, dark }: Schemes, scheme: Scheme) =>
  (scheme === 'dark' && dark) || light || dark;

/** The colour that a custom property has at last; `undefined` where nobody can say. */
function colorOf(name: string, state: State, scheme: Scheme): string | undefined {
  const { usual, follows } = state.widget.styles.find((each) => each.name === name) ?? {};
  const set = setIn(state.configuration.theme[name] ?? {}, scheme);
  return set || !follows ? inScheme(set || usual, scheme) : colorOf(follows, state, scheme);
}

export interface Verdict {
  readonly isGood: boolean;
  /** From 1 to 21, rounded down to one digit. */
  readonly ratio: number;
  readonly least: number;
  readonly isOnAccent: boolean;
}

/** The contrast of one property in one scheme; `undefined` where nothing can be said. */
export function verdictOn(
  { name }: StyleOption,
  state: State,
  scheme: Scheme,
): Verdict | undefined {
  const wish = wants[name];
  if (!wish) return undefined;
  const [paper, ink] = pageOf(state, scheme);
  const front = channelsOf(colorOf(name, state, scheme), paper, ink);
  const back = channelsOf(wish.on ? colorOf(wish.on, state, scheme) : paper, paper, ink);
  if (!front || !back) return undefined;
  const ratio = Math.floor(contrast(front, back) * 10) / 10;
  const { least, on } = wish;
  return { isGood: ratio >= least, ratio, least, isOnAccent: on !== undefined };
}
