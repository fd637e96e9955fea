/**
 * Loads the pages of the zoo, each with all widgets in it, which takes a while: where there is room,
 * those that come into sight; on a phone those that the reader asks for.
 */

const zoo = document.querySelector('.hosts');

function show(template) {
  const frame = template.content.firstElementChild;
  template.replaceWith(frame);
  return frame;
}

const inSight = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    if (!isIntersecting) continue;
    inSight.unobserve(target);
    show(target);
  }
});

function offer(template) {
  const button = document.createElement('button');
  Object.assign(button, { type: 'button', className: 'button', textContent: zoo.dataset.show });
  button.setAttribute('aria-describedby', template.parentNode.getAttribute('aria-labelledby'));
  button.addEventListener('click', () => {
    button.remove();
    show(template).focus();
  });
  template.before(button);
}

const isPhone = matchMedia('(width < 40rem)').matches;
for (const template of zoo.querySelectorAll('template')) {
  if (isPhone) offer(template);
  else inSight.observe(template);
}
