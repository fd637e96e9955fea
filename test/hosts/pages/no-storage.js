for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
  Object.defineProperty(globalThis, name, {
    get() {
      throw new DOMException('storage is blocked', 'SecurityError');
    },
  });
}
