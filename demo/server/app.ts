import Fastify, { type FastifyInstance } from 'fastify';
import { readChangeCounts } from './database/read-change-counts.js';
import type { Database } from './items/database.js';
import { readItems } from './database/read-items.js';
import { loadDefinitions, type FaultOf } from './editing/load-definitions.js';
import { faultFinder } from './editing/fault-finder.js';
import { drainConnections } from './http/drain.js';
import { answerErrors, asProblem, refuseUnread, sendProblem } from './routes/errors.js';
import { describeApi } from './http/open-api.js';
import { acceptJson } from './http/json-body.js';
import { limitRates, type RateLimit } from './http/rate-limits.js';
import { secure, type AllowedOrigins } from './http/security.js';
import type { Challenge, Identify } from './http/voter.js';
import { missingPage, serveSite } from './http/site.js';
import { Hub } from './live/hub.js';
import { archiveRoutes } from './routes/archive.js';
import { editorListRoutes } from './routes/editor-list.js';
import { editingRoutes } from './routes/editing.js';
import { eventRoutes } from './routes/events.js';
import { meRoutes } from './routes/me.js';
import { pollRoutes } from './routes/polls.js';
import { ratingRoutes } from './routes/ratings.js';
import { healthRoutes } from './routes/health.js';
import { resultRoutes } from './routes/results.js';
import { shareRoutes } from './routes/shares.js';
import { stateRoutes } from './routes/state.js';
import { compilersFactory } from './schema/compilers.js';
import type { Service } from './routes/service.js';
import { ItemCache } from './snapshots/item-cache.js';
import { VoteQueue } from './voting/vote-queue.js';

export interface AppOptions {
  readonly database: Database;
  readonly secret: string;
  readonly editorToken: string;
  readonly allowedOrigins?: AllowedOrigins;
  /** Addresses of trusted proxies, whose forwarded headers name the client. */
  readonly trustProxy?: string | false;
  readonly rateLimit?: RateLimit;
  /** Folder with definitions as JSON files. */
  readonly pollsFolder?: string;
  /** Project folder with the demo pages and the bundle. Without it the server has no pages. */
  readonly siteFolder?: string;
  /**
   * Returns the id of the signed-in user, for hosts that have users. Each user then has one vote on all
   * devices. `undefined` refuses the vote with 401 `login_required`. Without this function the token of
   * the reader's browser identifies the voter.
   */
  readonly identify?: Identify;
  /**
   * Checks a vote before it is cast, such as the proof of a captcha. `false` refuses it with 403
   * `challenge_required`, unless it repeats a vote that was counted before. Withdrawals and share
   * clicks pass without it.
   */
  readonly challenge?: Challenge;
  /** Most votes in one transaction, 1000 by default. Measurements set less. */
  readonly votesAtOnce?: number;
  /** Returns the time in milliseconds since 1970; `Date.now` by default. */
  readonly now?: () => number;
  /** Gets unexpected errors and messages about unusable files. */
  readonly log?: (fault: unknown) => void;
}

const ignore = () => undefined;
const bodyLimit = 16 * 1024;

/** Creates a Fastify instance without routes that parses and validates requests as the server does. */
export function createFastify({
  trustProxy = false,
  log = ignore,
}: Pick<AppOptions, 'trustProxy' | 'log'>): FastifyInstance {
  return Fastify({
    trustProxy,
    bodyLimit,
    // A stopping server answers requests on open connections before it closes them.
    return503OnClosing: false,
    // Answers errors before the routing, such as an address that is not UTF-8.
    frameworkErrors: (error, _request, reply) => void sendProblem(reply, asProblem(error, log)),
    clientErrorHandler: refuseUnread,
    // The longest item id with all characters percent-encoded fits.
    routerOptions: { maxParamLength: 2400 },
    ajv: {
      customOptions: {
        // Refuses a wrong type instead of converting it.
        coerceTypes: false,
        removeAdditional: false,
        allowUnionTypes: true,
        // The schemas are constants, and a test validates them. A start need not do it again.
        meta: false,
        validateSchema: false,
        // Optimized validators are hardly faster and cost 20 ms at the start.
        code: { optimize: false },
      },
    },
    schemaController: { compilersFactory },
  });
}

/** Creates cache, hub and queue, and connects them to the database's notifications. */
function createParts({ database, votesAtOnce }: AppOptions, now: () => number) {
  const cache = new ItemCache(readItems.bind(undefined, database));
  const hub = new Hub({
    read: (item) => cache.get(item),
    readChanges: (ids) => readChangeCounts(database, ids),
    forget: (item) => cache.drop(item),
    now,
  });
  const committed = (ids: Iterable<string>) => {
    cache.dropCounts(ids);
    hub.notify(ids);
  };
  const queue = new VoteQueue(database, committed, votesAtOnce);
  database.onChange((id) => committed([id]));
  return { cache, hub, queue };
}

/**
 * Registers all routes. Returns a function that creates the check of definitions; call it once the app
 * is ready.
 */
async function addRoutes(app: FastifyInstance, service: Service): Promise<() => FaultOf> {
  const prefix = '/api/v1';
  await describeApi(app, prefix);
  const groups = [
    archiveRoutes,
    editorListRoutes,
    resultRoutes,
    ratingRoutes,
    pollRoutes,
    shareRoutes,
    stateRoutes,
    meRoutes,
    eventRoutes,
  ];
  for (const routes of groups) {
    await app.register(async (scope) => routes(scope, service), { prefix });
  }
  await app.register(async (scope) => healthRoutes(scope, service));
  let editing = app;
  await app.register(
    async (scope) => {
      editing = scope;
      editingRoutes(scope, service);
    },
    { prefix },
  );
  return () => faultFinder(editing);
}

/** At a stop, finishes the open answers, then writes the queued votes, then closes the database. */
function drainAtEnd(app: FastifyInstance, { queue, database }: Service): void {
  drainConnections(app);
  app.addHook('onClose', async () => {
    await queue.drained();
    await database.close();
  });
}

/**
 * Creates the whole server on an open database and loads the definitions of `pollsFolder`. The app is
 * ready for `listen` or `inject`, and closes the database when it closes.
 */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const {
    database,
    secret,
    editorToken,
    identify,
    challenge,
    now = Date.now,
    log = ignore,
  } = options;
  const app = createFastify(options);
  const parts = createParts(options, now);
  const { siteFolder } = options;
  answerErrors(app, log, async () => siteFolder && missingPage(siteFolder));
  acceptJson(app);
  await secure(app, options.allowedOrigins ?? [], Boolean(identify ?? challenge));
  const limits = await limitRates(app, options.rateLimit ?? 1);
  const service: Service = {
    database,
    secret,
    editorToken,
    identify,
    challenge,
    now,
    limits,
    ...parts,
  };
  const faultOf = await addRoutes(app, service);
  if (siteFolder) await serveSite(app, siteFolder);
  drainAtEnd(app, service);
  await app.ready();
  if (options.pollsFolder) {
    await loadDefinitions(service, options.pollsFolder, faultOf(), log);
  }
  return app;
}
