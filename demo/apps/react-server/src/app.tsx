import { useState } from 'react';
import { Poll, ShareBar, StarRating } from 'riac-widgets/react';

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
      >
        Rating needs JavaScript.
      </StarRating>
      <ShareBar
        networks="x telegram email copy"
        onShare={({ type, network }) => tell(`${type} ${network}`)}
      />
      <button type="button" onClick={() => setArticle(article + 1)}>
        Next article
      </button>
      <Poll
        item="reading-habits"
        headingLevel={2}
        messages={words}
        onVote={({ type, item, vote }) => tell(`${type} ${item} ${JSON.stringify(vote)}`)}
      >
        The poll needs JavaScript.
      </Poll>
      <output>{events.join('\n')}</output>
    </>
  );
}
