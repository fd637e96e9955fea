const heading = document.querySelector('h1');
const rating = document.querySelector('riac-star-rating');
const poll = document.querySelector('riac-poll');
const output = document.querySelector('output');
let article = 1;

// Events bubble, so one listener hears all widgets of the page.
addEventListener('riac-vote', ({ type, item, vote }) =>
  output.append(`${type} ${item} ${JSON.stringify(vote)}\n`),
);
addEventListener('riac-share', ({ type, network }) => output.append(`${type} ${network}\n`));

document.querySelector('button').addEventListener('click', () => {
  article += 1;
  heading.textContent = `Article ${article}`;
  rating.setAttribute('item', `article-${article}`);
});

poll.messages = { vote: 'Send my vote' };
