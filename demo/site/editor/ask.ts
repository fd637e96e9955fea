import { html, render } from 'lit';

/** The second click of a double click comes within this many milliseconds. */
const doubleClick = 500;

interface Question {
  readonly question: string;
  readonly detail: string;
  readonly yes: string;
  readonly no: string;
}

let asked = 0;

/**
 * Asks in a dialog of the page; resolves to true when the editor goes on. A second press of what has
 * opened it answers nothing: the focus is on the question, and a click must come after a double one.
 */
export function ask({ question, detail, yes, no }: Question): Promise<boolean> {
  const dialog = document.createElement('dialog');
  const heading = `asked-${++asked}`;
  const opened = performance.now();
  const agree = ({ detail: clicks, timeStamp }: MouseEvent) => {
    if (clicks && timeStamp - opened < doubleClick) return;
    dialog.close('yes');
  };
  dialog.className = 'ask';
  dialog.setAttribute('aria-labelledby', heading);
  render(
    html`
      <h2 id=${heading} tabindex="-1">${question}</h2>
      <p>${detail}</p>
      <div class="row">
        <button type="button" class="button strong" @click=${agree}>${yes}</button>
        <button type="button" class="button" @click=${() => dialog.close('no')}>${no}</button>
      </div>
    `,
    dialog,
  );
  document.body.append(dialog);
  dialog.showModal();
  dialog.querySelector('h2')?.focus();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
  });
}
