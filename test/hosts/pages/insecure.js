// What a page on plain http does not have.
Object.defineProperty(globalThis, 'isSecureContext', { value: false });
for (const name of ['randomUUID', 'subtle']) {
  Object.defineProperty(Crypto.prototype, name, { value: undefined });
}
for (const name of ['clipboard', 'share', 'canShare', 'locks', 'serviceWorker']) {
  Object.defineProperty(Navigator.prototype, name, { value: undefined });
}
