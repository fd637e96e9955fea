import { pageUrl } from '../core/page-item.js';
import type { RatingSnapshot } from './star-rating-snapshot.js';

interface Block {
  readonly script: HTMLScriptElement;
  /** Elements that show the item; the block goes with the last of them. */
  readonly owners: Set<object>;
}

const blocks = new Map<string, Block>();

function makeBlock(): Block {
  const script = document.createElement('script');
  script.type = 'application/ld+json';
  return { script, owners: new Set() };
}

/** What search engines are told: https://schema.org/AggregateRating. */
function describe(type: string, { mean, max, votes }: RatingSnapshot): string {
  return JSON.stringify({
    '@context': 'https://schema.org',
    '@type': type || 'CreativeWork',
    name: document.title,
    url: pageUrl().href,
    aggregateRating: {
      '@type': 'AggregateRating',
      // As exact as what readers see.
      ratingValue: Number(mean?.toFixed(1)),
      bestRating: max,
      worstRating: 1,
      ratingCount: votes,
    },
  });
}

/** Takes the element's part in the structured data back. */
export function concealRating(owner: object): void {
  for (const [item, { owners, script }] of blocks) {
    if (!owners.delete(owner) || owners.size) continue;
    script.remove();
    blocks.delete(item);
  }
}

/**
 * Describes a rating to search engines in one data block an item, however many elements show it.
 * Without votes there is nothing to describe: search engines refuse an empty rating.
 */
export function publishRating(owner: object, type: string, snapshot: RatingSnapshot): void {
  const { item, votes, mean } = snapshot;
  if (!votes || mean === null) return concealRating(owner);
  const block = blocks.get(item) ?? makeBlock();
  blocks.set(item, block);
  block.owners.add(owner);
  const text = describe(type, snapshot);
  if (block.script.textContent !== text) block.script.replaceChildren(text);
  if (!block.script.isConnected) document.head.append(block.script);
}
