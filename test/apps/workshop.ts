import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import files from '@fastify/static';
import { fastify } from 'fastify';
import { run, serve } from './process.js';

const project = fileURLToPath(new URL('../../', import.meta.url));
const examples = join(project, 'demo', 'apps');

/** Names of the example apps: the folders that have a package.json. */
export const appNames = readdirSync(examples).filter((name) =>
  existsSync(join(examples, name, 'package.json')),
);

/** The address of the endpoint in the sources of the apps: that of `npm start`. */
const written = 'http://127.0.0.1:8080';

interface Manifest {
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies: Record<string, string>;
}

const readManifest = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

/** A folder for the time of the test, with the packed package in it. */
export async function openWorkshop() {
  const folder = mkdtempSync(join(tmpdir(), 'riac-apps-'));
  // What is packed has been built by now.
  const pack = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  const [packed] = JSON.parse(await run('npm', pack, { folder: project })) as {
    filename: string;
  }[];
  if (!packed) throw new Error('npm pack has packed nothing');
  const tarball = join(folder, packed.filename);
  return {
    install: (name: string) => installApp(join(folder, name), name, tarball),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Lays the sources of an app anew, with another endpoint. */
function copySources(name: string, folder: string, origin: string): void {
  const source = join(examples, name);
  const own = (path: string) => !/[\\/](node_modules|dist)$/.test(path);
  cpSync(source, folder, { recursive: true, filter: own });
  const names = readdirSync(source, { recursive: true, encoding: 'utf8' });
  for (const file of names.filter((path) => /\.(html|astro)$/.test(path) && own(path))) {
    const text = readFileSync(join(source, file), 'utf8');
    writeFileSync(join(folder, file), text.replaceAll(written, origin));
  }
}

/** Copies an app and installs its packages, with the tarball as `riac-widgets`. */
async function installApp(folder: string, name: string, tarball: string) {
  copySources(name, folder, written);
  const manifest = readManifest(folder);
  manifest.dependencies['riac-widgets'] = `file:${tarball}`;
  const setManifest = () => writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  setManifest();
  const words = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline'];
  await run('npm', words, { folder });
  return {
    /** Builds the app by its own script and serves what came of it. */
    async open(endpoint: string, environment: Readonly<Record<string, string>>) {
      copySources(name, folder, endpoint);
      setManifest();
      const { scripts = {} } = manifest;
      if (scripts['build']) await run('npm', ['run', 'build'], { folder, environment });
      if (!scripts['start']) return serveFiles(scripts['build'] ? join(folder, 'dist') : folder);
      const [program = '', ...rest] = scripts['start'].split(' ');
      return serve(program, rest, { folder, environment: { ...environment, PORT: '0' } });
    },
  };
}

/** A web server for files, as any host has one. */
async function serveFiles(root: string) {
  const app = fastify();
  await app.register(files, { root });
  app.get('/favicon.ico', (_request, reply) => reply.code(204).send());
  const origin = await app.listen({ port: 0, host: '127.0.0.1' });
  return { origin, stop: () => void app.close() };
}
