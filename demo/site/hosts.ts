/**
 * Loads the example pages of the "hosts" page. Each page contains all widgets and is slow to load. On a
 * wide screen a page loads when it scrolls into view; on a phone it loads when the reader asks for it.
 */

const zoo = document.querySelector<HTMLElement>('.hosts');

/** Replaces a template with its content and returns that; `undefined` for an empty template. */
function show(template: HTMLTemplateElement): HTMLElement | undefined {
  const frame = template.content.firstElementChild;
  if (!(frame instanceof HTMLElement)) return undefined;
  template.replaceWith(frame);
  return frame;
}

const inSight = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    if (!isIntersecting) continue;
    inSight.unobserve(target);
    if (target instanceof HTMLTemplateElement) show(target);
  }
});

function offer(template: HTMLTemplateElement): void {
  const button = document.createElement('button');
  const textContent = zoo?.dataset['show'] ?? '';
  Object.assign(button, { type: 'button', className: 'button', textContent });
  const name = template.parentElement?.getAttribute('aria-labelledby');
  if (name) button.setAttribute('aria-describedby', name);
  button.addEventListener('click', () => {
    button.remove();
    show(template)?.focus();
  });
  template.before(button);
}

const isPhone = matchMedia('(width < 40rem)').matches;
for (const template of zoo?.querySelectorAll('template') ?? []) {
  if (isPhone) offer(template);
  else inSight.observe(template);
}
