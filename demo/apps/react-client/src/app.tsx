import { useState } from 'react';
import 'riac-widgets/share-bar';
import { Poll, StarRating } from 'riac-widgets/react';

const words = { vote: 'Send my vote' };

export function App() {
  const [article, setArticle] = useState(1);
  const [events, setEvents] = useState<string[]>([]);
  const tell = (event: string) => setEvents((former) => [...former, event]);
  return (
    <>
      <h1>Article {article}</h1>
      <StarRating
        item={`article-${article}`}
        onVote={({ type, item, vote }) => tell(`${type} ${item} ${JSON.stringify(vote)}`)}
      />
      <riac-share-bar
        networks="x telegram email copy"
        onriac-share={({ type, network }) => tell(`${type} ${network}`)}
      />
      <button type="button" onClick={() => setArticle(article + 1)}>
        Next article
      </button>
      <Poll
        item="reading-habits"
        headingLevel={2}
        messages={words}
        onVote={({ type, item, vote }) => tell(`${type} ${item} ${JSON.stringify(vote)}`)}
      />
      <output>{events.join('\n')}</output>
    </>
  );
}
