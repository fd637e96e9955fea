import { html, render } from 'lit';

/** Longest time between the clicks of a double click, in milliseconds. */
const doubleClick = 500;

interface Question {
  readonly question: string;
  readonly detail: string;
  readonly yes: string;
  readonly no: string;
}

let asked = 0;

/**
 * Asks a question in a dialog. Resolves to true when the editor confirms. A double click or a repeated
 * key must not confirm, so the focus begins on the question, and Yes ignores clicks of a pointer for
 * `doubleClick` milliseconds.
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
