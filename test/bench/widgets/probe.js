/* In each page of the benchmark: what the browser itself observes from the first moment on. */
globalThis.probe = { shift: 0, longest: 0 };

new PerformanceObserver((list) => {
  for (const { value } of list.getEntries()) probe.shift += value;
}).observe({ type: 'layout-shift', buffered: true });

new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) probe.longest = Math.max(probe.longest, duration);
}).observe({ type: 'longtask', buffered: true });

/** Resolves with the time of the first frame after `ready()` holds. */
probe.painted = (ready) =>
  new Promise((done) => {
    const look = () => {
      if (!ready()) return requestAnimationFrame(look);
      return requestAnimationFrame(() => setTimeout(() => done(performance.now())));
    };
    look();
  });

/** All elements in the shadow trees under a root. */
probe.nodes = (root) => {
  let count = 0;
  for (const element of root.querySelectorAll('*')) {
    count += 1;
    if (element.shadowRoot) count += probe.nodes(element.shadowRoot);
  }
  return count;
};
