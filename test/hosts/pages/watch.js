// Runs before everything else on a page and keeps what went wrong on it.
globalThis.faults = [];
const fault = (text) => globalThis.faults.push(String(text));
addEventListener('error', (event) => fault(`error: ${event.message}`));
addEventListener('unhandledrejection', (event) => fault(`rejection: ${event.reason}`));
document.addEventListener('securitypolicyviolation', (event) =>
  fault(`${event.effectiveDirective} ${event.blockedURI}`),
);
const { error } = console;
console.error = (...parts) => {
  fault(`console: ${parts.join(' ')}`);
  error.apply(console, parts);
};
