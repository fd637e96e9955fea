/**
 * Loads the pages of the zoo, each with all widgets in it, which takes a while: where there is room,
 * those that come into sight; on a phone those that the reader asks for.
 */

const zoo = document.querySelector<HTMLElement>('.hosts');

/** Puts what a template holds in its place. */
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
