import 'riac-widgets';

const heading = document.querySelector('h1');
const rating = document.querySelector('riac-star-rating');
const poll = document.querySelector('riac-poll');
const output = document.querySelector('output');
let article = 1;

// Events bubble, so one listener hears all widgets of the page.
document.addEventListener('riac-vote', ({ type, item, vote }) =>
  output?.append(`${type} ${item} ${JSON.stringify(vote)}\n`),
);
document.addEventListener('riac-share', ({ type, network }) =>
  output?.append(`${type} ${network}\n`),
);

document.querySelector('button')?.addEventListener('click', () => {
  article += 1;
  if (heading) heading.textContent = `Article ${article}`;
  if (rating) rating.item = `article-${article}`;
});

if (poll) poll.messages = { vote: 'Send my vote' };
