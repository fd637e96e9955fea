import { readdirSync } from 'node:fs';

/** The pages of the documentation in their order. Their texts are demo/site/docs/{en,ru}/<name>.md. */
export const groups = [
  { title: { en: 'Begin', ru: 'Начало' }, names: ['quick-start', 'cms', 'frameworks'] },
  { title: { en: 'Widgets', ru: 'Виджеты' }, names: ['star-rating', 'share-bar', 'poll'] },
  {
    title: { en: 'Make them yours', ru: 'Оформление' },
    names: ['theming', 'languages', 'events'],
  },
  {
    title: { en: 'Servers', ru: 'Серверы' },
    names: ['http', 'back-end', 'adapters', 'deployment'],
  },
  {
    title: { en: 'Promises', ru: 'Обещания' },
    names: ['privacy', 'security', 'accessibility', 'failures', 'browsers', 'hosts', 'versions'],
  },
  {
    title: { en: 'Background', ru: 'О проекте' },
    names: ['decisions', 'comparison', 'speed'],
  },
];

const texts = readdirSync(new URL('../../demo/site/docs/en/', import.meta.url));
const placed = new Set(groups.flatMap(({ names }) => names));

/** Adds texts that no group names to the last group, so that the site has a link to each text. */
groups
  .at(-1)
  .names.push(
    ...texts
      .map((file) => file.replace(/\.md$/, ''))
      .filter((name) => name !== 'index' && !placed.has(name)),
  );

export const languages = ['en', 'ru'];

/** Tag of the element that a page documents, by page name. */
export const elementOf = {
  'star-rating': 'riac-star-rating',
  'share-bar': 'riac-share-bar',
  poll: 'riac-poll',
};

/** Paths of texts outside demo/site/docs, by page name. */
export const keptElsewhere = { deployment: 'demo/server/DEPLOYMENT.md' };
