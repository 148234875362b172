import { expect, it } from 'vitest';
import { isFresh } from './is-from-phone.server';

const form = (search: string) => new Request(`https://baunghe.example/office/outbox/send${search}`);

it("tells a form that was filled in just now from one that waited, by the phone's own clock", () => {
  expect(isFresh(form(''))).toBe(true);
  expect(isFresh(form('?phoneNow=86400000&savedAt=86399000'))).toBe(true);
  expect(isFresh(form('?phoneNow=86400000&savedAt=86100000'))).toBe(false);
  expect(isFresh(form('?phoneNow=86400000')), 'of an older app').toBe(false);
});
