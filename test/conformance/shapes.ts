import { states } from '../../src/contract/item.js';
import { mostVotes } from '../../src/contract/limits.js';
import type { ProblemCode } from '../../src/contract/problem.js';
import { expect, type Answer } from './client.js';

type Json = ReturnType<typeof JSON.parse>;

const isCount = (value: unknown) =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= mostVotes;
const isHiddenOr = (visible: boolean) => (value: unknown) =>
  visible ? isCount(value) : value === null;

function expectPolicy({ policy }: Json): void {
  expect(typeof policy?.change === 'boolean', 'policy.change must be true or false');
  expect(typeof policy?.withdraw === 'boolean', 'policy.withdraw must be true or false');
}

export function expectRating(body: Json, item: string): void {
  expect(body?.item === item, `item must be "${item}"`);
  expect(isCount(body.version), 'version must be a whole number');
  expect(states.includes(body.state), `state must be one of ${states}`);
  expect(isCount(body.max) && body.max > 0, 'max must be a positive number');
  expectPolicy(body);
  if (body.votes === null) return;
  expect(isCount(body.votes), 'votes must be a count');
  const { histogram, votes, mean } = body;
  expect(Array.isArray(histogram) && histogram.every(isCount), 'histogram must hold counts');
  expect(histogram.length === body.max, 'histogram must have max entries');
  const sum = histogram.reduce((total: number, count: number) => total + count, 0);
  expect(sum === votes, 'histogram must add up to votes');
  expect(votes ? mean >= 1 && mean <= body.max : mean === null, 'mean must fit the votes');
}

export function expectPoll(body: Json, item: string): void {
  expect(body?.item === item, `item must be "${item}"`);
  expect(isCount(body.revision) && isCount(body.version), 'revision and version must be numbers');
  expect(states.includes(body.state), `state must be one of ${states}`);
  expect(typeof body.title === 'string' && typeof body.lang === 'string', 'title, lang: texts');
  expect(['visible', 'hidden'].includes(body.results_state), 'results_state: visible or hidden');
  expectPolicy(body);
  const fits = isHiddenOr(body.results_state === 'visible');
  expect(fits(body.voters), 'voters must be a count, or null while hidden');
  expect(body.questions?.length > 0, 'questions must not be empty');
  for (const { id, text, kind, min, max, voters, votes, options } of body.questions) {
    expect(typeof id === 'string' && typeof text === 'string', 'question.id, question.text: texts');
    expect(['single', 'multiple'].includes(kind), 'kind must be single or multiple');
    expect(isCount(min) && isCount(max) && min <= max, 'min and max must be counts in order');
    expect(fits(voters) && fits(votes), 'question counts must be counts, or null while hidden');
    expect(options?.length > 0, 'options must not be empty');
    for (const option of options) {
      expect(typeof option.id === 'string', 'option.id must be a text');
      expect(typeof option.label === 'string', 'option.label must be a text');
      expect(fits(option.votes), 'option.votes must be a count, or null while hidden');
    }
  }
}

export function expectShare(body: Json, item: string): void {
  expect(body?.item === item, `item must be "${item}"`);
  expect(isCount(body.version) && isCount(body.total), 'version and total must be counts');
  const counts: unknown[] = Object.values(body.networks ?? {});
  expect(counts.every(isCount), 'networks must hold counts');
}

/** RFC 9457 with the stable code of the contract. */
export function expectProblem(answer: Answer, status: number, ...codes: ProblemCode[]): void {
  const { body, headers } = answer;
  expect(answer.status === status, `status must be ${status}, not ${answer.status}`);
  expect(body?.status === undefined || body.status === status, `status inside is ${body?.status}`);
  const type = headers.get('content-type') ?? '';
  expect(type.startsWith('application/problem+json'), `content type is "${type}"`);
  expect(codes.includes(body?.code), `code must be ${codes.join(' or ')}, not "${body?.code}"`);
}

/** A refusal of a vote at a known item, with all that a widget needs to settle in one trip. */
export function expectRefusal(answer: Answer, status: number, code: ProblemCode): void {
  expectProblem(answer, status, code);
  const { body } = answer;
  expect('vote' in body && body.snapshot, 'vote and snapshot must be in the problem');
  expect(!Number.isNaN(Date.parse(body.server_time)), 'server_time must be a time');
}

/** The answer to a vote or a withdrawal. */
export function expectCast({ status, body }: Answer, wanted: number): void {
  expect(status === wanted, `status must be ${wanted}, not ${status}`);
  expect('vote' in body && 'snapshot' in body, 'vote and snapshot must be in the answer');
  expect(!Number.isNaN(Date.parse(body.server_time)), 'server_time must be a time');
}
