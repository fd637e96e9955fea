import type { TagProps, WidgetProps } from './props.js';

export { StarRating } from './star-rating.js';
export { ShareBar } from './share-bar.js';
export { Poll } from './poll.js';

export type StarRatingProps = WidgetProps<'riac-star-rating'>;
export type ShareBarProps = WidgetProps<'riac-share-bar'>;
export type PollProps = WidgetProps<'riac-poll'>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'riac-star-rating': TagProps<'riac-star-rating'>;
      'riac-share-bar': TagProps<'riac-share-bar'>;
      'riac-poll': TagProps<'riac-poll'>;
    }
  }
}
