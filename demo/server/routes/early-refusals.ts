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

/** The problem that a refusal is, if it is one about an item that has a name. */
function problemOf(error: FastifyError): Problem | undefined {
  const { statusCode = 500, validationContext } = error;
  if (error instanceof Problem) return error;
  const isOurs = statusCode < 400 || statusCode >= 500;
  return isOurs || validationContext === 'params' ? undefined : asProblem(error, () => undefined);
}

/** The counts at hand: a refusal that is to spare the server asks no database. */
function atHand({ cache, now }: Service, item: Item, request: Refused) {
  const known = cache.peek(item);
  const snapshot = known && represent(known, 'public', now(), request.query.lang)?.text;
  return snapshot === undefined ? {} : { snapshot };
}

/** The item, and the vote of whoever asks, if that can be told. */
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
 * For refusals that come before a wish is compared with its item: they bring what holds now as well,
 * as far as it can be told.
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
