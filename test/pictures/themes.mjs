const light = { 'prefers-color-scheme': 'light' };
const dark = { 'prefers-color-scheme': 'dark' };

/** How each sheet is seen: `width` in CSS pixels, `columns` where the widget leaves the choice. */
export const themes = {
  light: { lang: 'en', features: light },
  dark: { lang: 'ru', features: dark },
  forced: { lang: 'en', features: { ...dark, 'forced-colors': 'active' } },
  rtl: { lang: 'en', dir: 'rtl', features: light },
  print: { lang: 'ru', features: light, media: 'print' },
  narrow: { lang: 'ru', features: light, width: 320 },
};
