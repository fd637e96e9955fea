import { spawn } from 'node:child_process';
import { createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';

/** Builds the static site for a place; resolves with the folder that holds it. */
function build(url, endpoint) {
  const folder = mkdtempSync(join(tmpdir(), 'riac-site-'));
  const env = { ...process.env, SITE_URL: url, SITE_ENDPOINT: endpoint, SITE_FOLDER: folder };
  const child = spawn(process.execPath, ['.dev/site/build.mjs'], { env, stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) =>
      code ? reject(new Error(`The site could not be built: ${code}`)) : resolve(folder),
    );
  });
}

/** The file behind a path, as any web server finds it; `undefined` where there is none. */
function fileOf(folder, path) {
  const file = join(folder, normalize(`/${decodeURIComponent(path)}`));
  const full = file.endsWith('/') ? join(file, 'index.html') : file;
  return statSync(full, { throwIfNoEntry: false })?.isFile() ? full : undefined;
}

/**
 * Test-runner plugin and middleware: the site as static files below a path of the test server, its
 * back end on another origin. Command `hosted-site` with `{ origin, endpoint }` answers the path.
 */
export function hostedSite() {
  const folders = new Map();
  return {
    plugin: {
      name: 'hosted-site',
      async executeCommand({ command, payload, session }) {
        if (command !== 'hosted-site') return undefined;
        const path = `/hosted/${session.browser.name.toLowerCase()}/`;
        if (!folders.has(path)) {
          folders.set(path, build(`${payload.origin}${path}`, payload.endpoint));
        }
        await folders.get(path);
        return path;
      },
      async serverStop() {
        for (const folder of folders.values()) rmSync(await folder, { recursive: true });
      },
    },
    async middleware(context, next) {
      const [, path, rest = ''] = /^(\/hosted\/\w+\/)(.*)/.exec(context.path) ?? [];
      const folder = folders.get(path);
      if (!folder) return next();
      const file = fileOf(await folder, rest);
      context.status = file ? 200 : 404;
      context.type = file ? extname(file) : 'text';
      context.body = file ? createReadStream(file) : 'There is no such page.';
    },
  };
}
