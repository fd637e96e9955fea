/** The script of the demo pages: print buttons, copy buttons, and the server's address in snippets. */

const announceFor = 4000;

/** Shows the result of a copy beside the button for four seconds, in a live region. */
function answer({ dataset }: HTMLElement, text = ''): void {
  const status = document.getElementById(dataset['status'] ?? '');
  if (!status) return;
  status.textContent = text;
  setTimeout(() => (status.textContent = ''), announceFor);
}

function select(source: HTMLElement): void {
  const range = document.createRange();
  range.selectNodeContents(source);
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}

async function copy(button: HTMLElement): Promise<void> {
  const source = document.getElementById(button.dataset['copy'] ?? '');
  if (!source) return;
  try {
    await navigator.clipboard.writeText((source.textContent ?? '').trim());
    answer(button, button.dataset['done']);
  } catch {
    // A page without TLS has no clipboard access, so the script selects the text for the reader.
    select(source);
    answer(button, button.dataset['selected']);
  }
}

/** Replaces the example host in snippets with the addresses of this site, so that the snippets work. */
function nameThisServer(): void {
  const { riacEndpoint = '/api/v1' } = document.body.dataset;
  const endpoint = new URL(riacEndpoint, location.href).href;
  const site = new URL('.', import.meta.url).href.slice(0, -1);
  for (const code of document.querySelectorAll('[data-own-server]')) {
    for (const part of code.childNodes) {
      part.textContent = (part.textContent ?? '')
        .replaceAll('https://widgets.example.org/api/v1', endpoint)
        .replaceAll('https://widgets.example.org', site);
    }
  }
}

document.addEventListener('click', ({ target }) => {
  if (!(target instanceof Element)) return;
  const button = target.closest('[data-print], [data-copy]');
  if (!(button instanceof HTMLElement)) return;
  if ('print' in button.dataset) window.print();
  else void copy(button);
});

nameThisServer();
