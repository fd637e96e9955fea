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
  /** Addresses of proxies whose forwarded headers are believed. */
  readonly trustProxy?: string | false;
  readonly rateLimit?: RateLimit;
  /** Folder with definitions as JSON files. */
  readonly pollsFolder?: string;
  /** Project folder whose demo pages and bundle are served; none without it. */
  readonly siteFolder?: string;
  /**
   * Names the signed-in user of a request, for hosts that have users: one user, one vote, on any
   * device. `undefined` refuses the vote with 401 `login_required`. Without it the reader's token
   * stands for the voter.
   */
  readonly identify?: Identify;
  /**
   * Looks at a vote before it is cast, such as for the proof of a captcha. `false` refuses it with
   * 403 `challenge_required`, unless it is the repetition of a vote that was counted before.
   * Withdrawals and share clicks are not asked about.
   */
  readonly challenge?: Challenge;
  /** Votes in one transaction at most; 1000 unless a measurement asks for less. */
  readonly votesAtOnce?: number;
  readonly now?: () => number;
  /** Hears of faults that are ours: unexpected errors and unusable files. */
  readonly log?: (fault: unknown) => void;
}

const ignore = () => undefined;
const bodyLimit = 16 * 1024;

/** The HTTP side alone: how requests are read and checked, without a route. */
export function createFastify({
  trustProxy = false,
  log = ignore,
}: Pick<AppOptions, 'trustProxy' | 'log'>): FastifyInstance {
  return Fastify({
    trustProxy,
    bodyLimit,
    // Who is still connected while the server stops is answered, and only then let go.
    return503OnClosing: false,
    // What fails before any route is found, such as an address that is no UTF-8.
    frameworkErrors: (error, _request, reply) => void sendProblem(reply, asProblem(error, log)),
    clientErrorHandler: refuseUnread,
    // Every item fits, also when all its characters are percent-encoded.
    routerOptions: { maxParamLength: 2400 },
    ajv: {
      customOptions: {
        // A wrong type is the client's mistake and is told so.
        coerceTypes: false,
        removeAdditional: false,
        allowUnionTypes: true,
        // The schemas are constants: that they are schemas is asked in a test, not at every start.
        meta: false,
        validateSchema: false,
        // Shorter validators are no faster to speak of, and cost 20 ms of the start.
        code: { optimize: false },
      },
    },
    schemaController: { compilersFactory },
  });
}

function createParts({ database, votesAtOnce }: AppOptions, now: () => number) {
  const cache = new ItemCache((items) => readItems(database, items));
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

/** Registers all routes; answers what checks a definition, once the app is ready. */
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

/** Finishes what was begun: answers, then the queue, then the database. */
function drainAtEnd(app: FastifyInstance, { queue, database }: Service): void {
  drainConnections(app);
  app.addHook('onClose', async () => {
    await queue.drained();
    await database.close();
  });
}

/** The whole server over a database, ready to listen or to be asked by `inject`. */
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
