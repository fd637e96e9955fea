import { type TemplateResult, html, render } from 'lit';
import { found } from '../element/in-page.js';
import { jsonOf } from '../data/json.js';
import { pageTitle, pageUrl } from '../element/page-item.js';
import type { RatingSnapshot } from '../contract/rating.js';

/** The data block of each item, and the elements that show it. */
const blocks = new Map<string, [script: Element, owners: Set<object>]>();

/** The element that a template describes. */
export function makeElement(template: TemplateResult): HTMLElement {
  const holder = document.createElement('div');
  render(template, holder);
  return holder.firstElementChild as HTMLElement;
}

/**
 * A data block with a text node to write into. From a template, since a page that enforces Trusted
 * Types checks each script that code has created or gives a child, even one that is data.
 */
const makeBlock = () =>
  makeElement(
    html`<script type="application/ld+json">
      {}
    </script>`,
  );

/** Takes the element's part in the structured data back; the block goes with the last element. */
export function concealRating(owner: object): void {
  for (const [item, [script, owners]] of blocks) {
    if (owners.delete(owner) && !owners.size) {
      script.remove();
      blocks.delete(item);
    }
  }
}

/**
 * Describes a rating to search engines, as https://schema.org/AggregateRating, in one data block an
 * item. Without votes there is nothing to describe: search engines refuse an empty rating.
 * @param type - What is rated, as a schema.org type; nothing is published without one.
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
      // As exact as what readers see.
      ratingValue: Number(mean.toFixed(1)),
      bestRating: max,
      worstRating: 1,
      ratingCount: votes,
    },
  });
  (script.firstChild as Text).data = text;
  if (!script.isConnected) found('head')?.append(script);
}
