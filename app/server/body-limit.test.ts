import { expect, it } from 'vitest';
import { refusedBody } from './body-limit';

it('takes a body that is short enough, or none', () => {
  expect(refusedBody({}, 10)).toBeNull();
  expect(refusedBody({ 'content-length': '10' }, 10)).toBeNull();
});

it('refuses a longer one before reading it, and one of unknown length', () => {
  expect(refusedBody({ 'content-length': '11' }, 10)).toBe(413);
  expect(refusedBody({ 'transfer-encoding': 'chunked' }, 10)).toBe(411);
});
