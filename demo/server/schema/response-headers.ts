/** Schemas of the headers of answers. They are documentation, and tests validate answers by them. */

const says = (description: string) => ({ type: 'string', description }) as const;

const date = says('The server’s time when it made the answer, in whole seconds.');

const vary = says('`Origin`, unless every site may use the endpoint.');

/** Headers of answers that any cache may store. */
export const publicHeaders = {
  etag: says('Strong, and the same in every process; send it back as `If-None-Match`.'),
  'cache-control': says(
    '`public, max-age=1, stale-while-revalidate=5`; longer once voting is over, and for lists.',
  ),
  date,
  age: says('Seconds that caches on the way have added: the server’s time is `Date` and `Age`.'),
  vary,
};

/** Headers of answers for one client, and of answers to writes. */
export const privateHeaders = {
  'cache-control': says('`no-store`, with `private` for what only one reader may see.'),
  date,
  vary,
};

export const refusalHeaders = {
  ...privateHeaders,
  'retry-after': says(
    'Seconds to wait, always with 429 and 503; `retry_after` of the body says the same.',
  ),
};
