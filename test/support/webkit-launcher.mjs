import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { startPatiently } from './start-patiently.mjs';

const programs = ['x86_64', 'aarch64'].map(
  (arch) => `/usr/lib/${arch}-linux-gnu/webkit2gtk-4.1/MiniBrowser`,
);

// Code points of https://www.w3.org/TR/webdriver2/#keyboard-actions.
const keyCodes = {
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  Space: ' ',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Meta: '\uE03D',
  Backspace: '\uE003',
  Delete: '\uE017',
};

const key = (type, name) => ({ type, value: keyCodes[name] ?? name });
const press = (name) => [key('keyDown', name), key('keyUp', name)];
const button = (type, options) => ({
  type,
  button: { left: 0, middle: 1, right: 2 }[options?.button ?? 'left'],
});
const move = (x, y) => ({ type: 'pointerMove', x, y, duration: 0 });

/** Its one process keeps the memory of every page it has shown, and slows down until it hangs. */
const filesPerStart = 8;

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** Drives WebKitGTK's MiniBrowser by WebDriver, in an X server of its own. */
class WebKitLauncher {
  name = 'WebKit';
  // The test runner's commands then call getPage(), which answers the part of puppeteer they use.
  type = 'puppeteer';
  // WebKitWebDriver serves one session.
  concurrency = 1;
  children = [];
  files = 0;

  startAfresh() {
    this.endChildren();
    return this.start();
  }

  async start() {
    const binary = programs.find((path) => existsSync(path));
    if (!binary) throw new Error('WebKit not found: apt-get install webkit2gtk-driver xvfb');
    const env = { ...process.env, DISPLAY: await this.startDisplay() };
    const port = await freePort();
    this.children.push(spawn('WebKitWebDriver', [`--port=${port}`], { env, stdio: 'ignore' }));
    this.base = `http://127.0.0.1:${port}`;
    await this.waitUntilReady();
    const options = { binary, args: ['--automation'] };
    const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': options } };
    const { sessionId } = await this.send('POST', '/session', { capabilities });
    this.base += `/session/${sessionId}`;
    await this.setViewport({ width: 800, height: 600 });
  }

  /** Starts Xvfb, which takes a free display and tells its number on file descriptor 3. */
  async startDisplay() {
    const args = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'];
    const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    this.children.push(server);
    const [number] = await once(server.stdio[3], 'data', { signal: AbortSignal.timeout(60_000) });
    return `:${String(number).trim()}`;
  }

  async waitUntilReady() {
    for (let tries = 0; tries < 1200; tries++) {
      const ready = await fetch(`${this.base}/status`).then(
        (response) => response.ok,
        () => false,
      );
      if (ready) return;
      await sleep(50);
    }
    throw new Error('WebKitWebDriver did not answer');
  }

  async send(method, path, body = {}) {
    const response = await fetch(this.base + path, {
      method,
      body: method === 'POST' ? JSON.stringify(body) : undefined,
      signal: AbortSignal.timeout(120_000),
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
    return value;
  }

  run = (script, args = []) => this.send('POST', '/execute/sync', { script, args });
  act = (source) => this.send('POST', '/actions', { actions: [source] });

  /** MiniBrowser's window gets no narrower than 447 px. */
  async setViewport({ width, height }) {
    const rect = await this.send('GET', '/window/rect');
    const size = () => this.run('return [innerWidth, innerHeight]');
    const [w, h] = await size();
    const target = { width: rect.width + width - w, height: rect.height + height - h };
    await this.send('POST', '/window/rect', target);
    for (let tries = 0; String(await size()) !== `${width},${height}`; tries++) {
      if (tries > 80) throw new Error(`viewport is ${await size()}, asked for ${width},${height}`);
      await sleep(25);
    }
  }

  getPage() {
    const keys = (...actions) => this.act({ type: 'key', id: 'k', actions });
    const parameters = { pointerType: 'mouse' };
    const mouse = (...actions) => this.act({ type: 'pointer', id: 'm', parameters, actions });
    return {
      url: () => this.send('GET', '/url'),
      setViewport: (viewport) => this.setViewport(viewport),
      screenshot: () => this.send('GET', '/screenshot'),
      keyboard: {
        type: (text) => keys(...[...text].flatMap(press)),
        press: (name) => keys(...press(name)),
        down: (name) => keys(key('keyDown', name)),
        up: (name) => keys(key('keyUp', name)),
      },
      mouse: {
        move: (x, y) => mouse(move(x, y)),
        click: (x, y, options) =>
          mouse(move(x, y), button('pointerDown', options), button('pointerUp', options)),
        down: (options) => mouse(button('pointerDown', options)),
        up: (options) => mouse(button('pointerUp', options)),
        reset: () => this.send('DELETE', '/actions'),
      },
      emulateMediaFeatures: () =>
        Promise.reject(new Error('WebKitGTK cannot emulate media features')),
    };
  }

  async startSession(id, url) {
    if (this.files++ % filesPerStart === 0) this.ready = undefined;
    await (this.ready ??= startPatiently('WebKit', () => this.startAfresh()));
    this.active = id;
    await this.send('POST', '/url', { url });
  }

  isActive(id) {
    return this.active === id;
  }

  getBrowserUrl() {
    return this.send('GET', '/url');
  }

  async stopSession() {
    this.active = undefined;
    // A page that hangs takes its own file down, not the next.
    await this.send('POST', '/url', { url: 'about:blank' }).catch((error) => {
      this.ready = undefined;
      throw error;
    });
    return {};
  }

  startDebugSession() {
    throw new Error('No debug session in WebKit');
  }

  async stop() {
    if (this.ready) await this.send('DELETE', '').catch(() => {});
    this.endChildren();
  }

  endChildren() {
    for (const child of this.children.splice(0).reverse()) child.kill();
  }
}

export const webkitLauncher = () => new WebKitLauncher();
