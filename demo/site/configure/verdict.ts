/** Judges whether the colours of a widget have enough contrast on the page around it. */
import { type Paper, type Scheme, type Schemes, type View, papers } from './configuration.js';
import type { Bench } from './configuration.js';
import { channelsOf, contrast, inScheme } from './contrast.js';
import type { StyleOption } from './widgets.js';

/** Default colours of the page around the widget. */
export const pages: Readonly<Record<Paper, Readonly<Required<Record<Scheme, string>>>>> = {
  paper: { light: '#ffffff', dark: '#121212' },
  ink: { light: '#1a1a1a', dark: '#ececec' },
};

interface Wish {
  readonly least: number;
  /** The custom property with the background. Default: the colour of the page. */
  readonly on?: string;
}

/** The least contrast of WCAG 2.2: 4.5 for text (1.4.3), 3 for shapes and the focus ring (1.4.11). */
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

/** Returns background and text colour of the page. */
export const pageOf = ({ configuration: { view } }: State, scheme: Scheme) => {
  const [paper, ink] = papers;
  return [paperIn(view, paper, scheme), paperIn(view, ink, scheme)] as const;
};

/** The default value of a custom property in a scheme. */
export function usualIn({ usual, follows }: StyleOption, { widget }: State, scheme: Scheme) {
  const other = widget.styles.find(({ name }) => name === follows);
  return inScheme(usual ?? other?.usual, scheme);
}

const setIn = ({ light, dark }: Schemes, scheme: Scheme) =>
  (scheme === 'dark' && dark) || light || dark;

/** The resulting colour of a custom property; `undefined` if it is unknown. */
function colorOf(name: string, state: State, scheme: Scheme): string | undefined {
  const { usual, follows } = state.widget.styles.find((each) => each.name === name) ?? {};
  const set = setIn(state.configuration.theme[name] ?? {}, scheme);
  return set || !follows ? inScheme(set || usual, scheme) : colorOf(follows, state, scheme);
}

export interface Verdict {
  readonly isGood: boolean;
  /** Contrast from 1 to 21, rounded down to one decimal. */
  readonly ratio: number;
  readonly least: number;
  readonly isOnAccent: boolean;
}

/** Judges one property in one scheme. Returns `undefined` for a property without a rule, or bad colours. */
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
