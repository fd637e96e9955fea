import type { FastifyError, FastifyRequest } from 'fastify';
import { readBallot } from '../database/read-ballots.js';
import { asProblem } from './errors.js';
import { Problem } from '../items/problem.js';
import { subjectOf, voterOf } from '../http/voter.js';
import type { Service } from './service.js';
import { represent } from '../snapshots/representations.js';
import { currentTexts } from '../voting/cast-vote.js';
import { type Item, itemOf } from '../items/item.js';
import type { Kind } from '../../../src/contract/item.js';
import type { ItemRequest } from './read-item.js';

type Refused = FastifyRequest<ItemRequest>;

/** The error as a problem, if it is a refusal of a request with a valid item id. */
function problemOf(error: FastifyError): Problem | undefined {
  const { statusCode = 500, validationContext } = error;
  if (error instanceof Problem) return error;
  const isOurs = statusCode < 400 || statusCode >= 500;
  return isOurs || validationContext === 'params' ? undefined : asProblem(error, () => undefined);
}

/** The cached snapshot, if any. A rate limit protects the server, so its refusal asks no database. */
function atHand({ cache, now }: Service, item: Item, request: Refused) {
  const known = cache.peek(item);
  const snapshot = known && represent(known, 'public', now(), request.query.lang)?.text;
  return snapshot === undefined ? {} : { snapshot };
}

/** The present snapshot and vote of the reader. Throws when the request does not identify a voter. */
async function present(service: Service, item: Item, request: Refused) {
  const place = { item, lang: request.query.lang };
  if (item.kind === 'share') {
    const { snapshot } = await currentTexts(service, place, null);
    return { snapshot };
  }
  const subject = await subjectOf(request, service.identify);
  const voter = voterOf(service.secret, item, subject);
  return currentTexts(service, place, await readBallot(service.database, { item, voter }));
}

/**
 * An error handler for refusals before the check of a vote. It adds the present snapshot and vote to
 * the problem, as far as the request identifies item and voter.
 */
export function explainEarly(service: Service, kind: Kind) {
  return async (error: FastifyError, request: FastifyRequest) => {
    const problem = problemOf(error);
    if (!problem || problem.details.snapshot) throw problem ?? error;
    const refused = request as Refused;
    const item = itemOf(kind, refused.params.item);
    if (problem.code === 'rate_limited') throw problem.with(atHand(service, item, refused));
    if (problem.code !== 'malformed') throw problem;
    throw problem.with(await present(service, item, refused).catch(() => ({})));
  };
}
