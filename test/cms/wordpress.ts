import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run, serve } from '../apps/process.js';

const here = dirname(fileURLToPath(import.meta.url));

export const password = 'recipe';

export interface Theme {
  readonly name: string;
  readonly kind: 'block' | 'classic';
}

/** A WordPress in a folder and a database of its own. */
export interface WordPress {
  readonly origin: string;
  /** Sets it up anew, with an administrator, an author, and a plugin that is turned on. */
  install(plugin: string): Promise<{ readonly version: string; readonly themes: readonly Theme[] }>;
  use(theme: Theme): Promise<void>;
  /** What PHP has complained of so far. */
  complaints(): string;
  stop(): void;
}

/** Themes that Debian has in packages of their own are also good for a WordPress from elsewhere. */
const moreThemes = '/usr/share/wordpress/wp-content/themes';

/** A copy of the program with our configuration; Debian's has links to files of other packages. */
function copyOf(program: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'riac-wordpress-'));
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  const options = { recursive: true, dereference: true, filter: existsSync };
  cpSync(program, folder, options);
  if (existsSync(moreThemes))
    cpSync(moreThemes, join(folder, 'wp-content/themes'), { ...options, force: false });
  cpSync(join(here, 'wp-config.php'), join(folder, 'wp-config.php'));
  mkdirSync(join(folder, 'wp-content/mu-plugins'), { recursive: true });
  cpSync(
    join(here, 'classic-editor.php'),
    join(folder, 'wp-content/mu-plugins/classic-editor.php'),
  );
  return folder;
}

const readIfThere = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

interface Found {
  readonly version: string;
  /** Names, and whether a theme is made of blocks. */
  readonly themes: Readonly<Record<string, boolean>>;
}

/**
 * Serves a WordPress that is not installed yet.
 *
 * @param program folder with a WordPress, such as `/usr/share/wordpress`; it is copied
 * @param socket of the database server
 */
export async function openWordPress(program: string, socket: string): Promise<WordPress> {
  const folder = copyOf(program);
  const environment = {
    TEST_DATABASE: 'wordpress',
    TEST_SOCKET: socket,
    TEST_PASSWORD: password,
    // Editor and page ask for several files at a time.
    PHP_CLI_SERVER_WORKERS: '4',
  };
  const php = (script: string, ...words: string[]) =>
    run('php', [join(here, script), ...words], { folder, environment, longest: 120 });
  const words = ['-d', 'opcache.enable_cli=1', '-S', '127.0.0.1:0'];
  const { origin, stop } = await serve('php', words, { folder, environment });
  return {
    origin,
    async install(plugin) {
      writeFileSync(join(folder, 'wp-content/plugins/riac-widgets.php'), plugin);
      await php('install.php');
      const { version, themes } = JSON.parse(await php('themes.php')) as Found;
      const kinds = Object.entries(themes).map(([name, blocks]): Theme => ({
        name,
        kind: blocks ? 'block' : 'classic',
      }));
      return { version, themes: kinds };
    },
    use: async ({ name }) => void (await php('themes.php', name)),
    complaints: () => readIfThere(join(folder, 'complaints.log')),
    stop() {
      stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
