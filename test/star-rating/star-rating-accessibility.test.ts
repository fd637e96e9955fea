import { ratingSheet } from '../pictures/states/rating.js';
import { testFindings, testTrees } from '../support/accessible-states.js';

const states = () => ratingSheet.states;

describe('a rating', () => {
  testFindings(states);
  testTrees(states);
});
