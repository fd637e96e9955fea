// On a page where no widget can be drawn: what stands in the tags stays readable.
addEventListener('load', async () => {
  await new Promise((done) => setTimeout(done, 500));
  const widgets = [...document.querySelectorAll('riac-star-rating, riac-share-bar, riac-poll')];
  const shown = widgets.filter((widget) => {
    const range = document.createRange();
    range.selectNodeContents(widget);
    return range.getClientRects().length > 0;
  });
  const missing = widgets.filter((widget) => !shown.includes(widget)).map(({ id }) => id);
  const came = missing.length ? `no fallback in ${missing}` : 'fallback';
  parent.postMessage({ came, faults: [...globalThis.faults] }, '*');
});
