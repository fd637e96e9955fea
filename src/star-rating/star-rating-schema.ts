import { type TemplateResult, html, render } from 'lit';
import { found } from '../element/in-page.js';
import { jsonOf } from '../data/json.js';
import { pageTitle, pageUrl } from '../element/page-item.js';
import type { RatingSnapshot } from '../contract/rating.js';

/** The data block of each item, and the elements that show the item. */
const blocks = new Map<string, [script: Element, owners: Set<object>]>();

/** Renders a template and returns its element. */
export function makeElement(template: TemplateResult): HTMLElement {
  const holder = document.createElement('div');
  render(template, holder);
  return holder.firstElementChild as HTMLElement;
}

/**
 * Creates a data block with a text node to write into. It uses a template, because a page that
 * enforces Trusted Types checks each script that code creates or gives a child, even if the script
 * is only data.
 */
const makeBlock = () =>
  makeElement(
    html`<script type="application/ld+json">
      {}
    </script>`,
  );

/** Removes an element from the owners of its data block. The block disappears with its last owner. */
export function concealRating(owner: object): void {
  for (const [item, [script, owners]] of blocks) {
    if (owners.delete(owner) && !owners.size) {
      script.remove();
      blocks.delete(item);
    }
  }
}

/**
 * Writes structured data about a rating for search engines, as https://schema.org/AggregateRating.
 * There is one data block for each item. Without votes it writes none, because search engines
 * reject an empty rating.
 * @param type - The schema.org type of the rated item; without one it writes nothing.
 */
export function publishRating(
  owner: object,
  type: string | undefined,
  snapshot: RatingSnapshot | undefined,
): void {
  if (type == null || !snapshot?.votes || !snapshot.mean) return concealRating(owner);
  const { item, votes, mean, max } = snapshot;
  const [script, owners] = blocks.get(item) ?? [makeBlock(), new Set()];
  blocks.set(item, [script, owners.add(owner)]);
  const text = jsonOf({
    '@context': 'https://schema.org',
    '@type': type || 'CreativeWork',
    name: pageTitle(),
    url: pageUrl().href,
    aggregateRating: {
      '@type': 'AggregateRating',
      // Rounded to one decimal, as readers see it.
      ratingValue: Number(mean.toFixed(1)),
      bestRating: max,
      worstRating: 1,
      ratingCount: votes,
    },
  });
  (script.firstChild as Text).data = text;
  if (!script.isConnected) found('head')?.append(script);
}
