export interface Host {
  name: string;
  /** What the page is, in Markdown. */
  title: string;
  expected?: 'fallback';
  /** Policy reports that the page's own contradiction causes before any widget can do a thing. */
  reports?: RegExp;
  sandbox?: string;
}

export const hosts: readonly Host[];
