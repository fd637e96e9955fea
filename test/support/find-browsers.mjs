import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const { env, platform, arch } = process;
const firstThatExists = (paths) => paths.find((path) => existsSync(path));
const onPath = (...names) => {
  const folders = (env.PATH ?? '').split(delimiter);
  return firstThatExists(names.flatMap((name) => folders.map((folder) => join(folder, name))));
};

const macApplications = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const linuxPrograms = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
];
const windowsPrograms = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

function installedChromium() {
  if (platform === 'darwin') {
    return firstThatExists(
      macApplications.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
    );
  }
  if (platform !== 'win32') return onPath(...linuxPrograms);
  const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);
  return firstThatExists(windowsPrograms.flatMap((name) => roots.map((root) => join(root, name))));
}

/** The folder of the npm package that carries a packed Chromium for Linux on x64. */
function packageRoot() {
  let folder = dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium')));
  while (!existsSync(join(folder, 'bin', 'chromium.br'))) folder = dirname(folder);
  return folder;
}

/** Runs `work` with the given environment variables and puts the former ones back. */
async function withEnvironment(variables, work) {
  const touched = [...Object.keys(variables), 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH'];
  const saved = Object.fromEntries(touched.map((name) => [name, env[name]]));
  Object.assign(env, variables);
  try {
    return await work(saved);
  } finally {
    for (const [name, value] of Object.entries(saved)) {
      if (value === undefined) Reflect.deleteProperty(env, name);
      else env[name] = value;
    }
  }
}

/** A fonts.conf of our own: with no font at all, text typed into an <input> kills the page. */
function writeFontsConfig(folder) {
  const file = join(folder, 'fonts.conf');
  const folders = [join(folder, 'fonts'), '/usr/share/fonts'];
  const entries = folders.map((path) => `<dir>${path}</dir>`).join('');
  writeFileSync(
    file,
    `<fontconfig>${entries}<cachedir>${folder}/fonts-cache</cachedir></fontconfig>`,
  );
  return file;
}

async function packedChromium() {
  if (platform !== 'linux' || arch !== 'x64') return undefined;
  const { version } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8'));
  const folder = fileURLToPath(
    new URL(`../../node_modules/.cache/chromium-${version}`, import.meta.url),
  );
  mkdirSync(folder, { recursive: true });
  // It unpacks into the temp folder under one name for every version, and its nss libraries only
  // where it believes to run on AWS.
  const variables = { TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' };
  return withEnvironment(variables, async (saved) => {
    const { default: chromium } = await import('@sparticuz/chromium');
    const executablePath = await chromium.executablePath();
    const libraries = join(folder, 'al2023', 'lib');
    const fonts = writeFontsConfig(folder);
    return {
      executablePath,
      headless: 'shell',
      env: { ...env, ...saved, LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: fonts },
    };
  });
}

/** Launch options of a Chromium: CHROME_PATH, an installed one, or the one in the npm package. */
export async function chromiumLaunchOptions() {
  const executablePath = env.CHROME_PATH ?? installedChromium();
  const found = executablePath ? { executablePath } : await packedChromium();
  if (!found) {
    throw new Error(
      'No Chrome found: install one (Debian: apt-get install chromium) or set CHROME_PATH to its program',
    );
  }
  // The sandbox works neither for root nor in most containers. The address bar of each new window
  // loads two pages of its own, which nobody sees, and which would be measured with ours.
  const args = [
    ...(platform === 'linux' ? ['--no-sandbox'] : []),
    '--disable-background-networking',
    '--disable-sync',
    '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup',
  ];
  return { ...found, args };
}

/** The program of an installed Firefox: FIREFOX_PATH, or one on PATH. */
export const firefoxPath = () => env.FIREFOX_PATH ?? onPath('firefox-esr', 'firefox');
