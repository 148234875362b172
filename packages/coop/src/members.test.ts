import { randomBytes } from 'node:crypto';
import { refusalOf } from '@baunghe/db';
import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { addMember, changeMember, membersInOffice } from './index.ts';

const moment = { now: new Date('2026-06-07T02:00:00Z'), random: (count: number) => randomBytes(count) };
const later = { ...moment, now: new Date('2026-07-01T02:00:00Z') };
const BY = { userId: 'usr_1' };
const NEW = {
  code: 'XV01',
  name: 'Xã viên thử',
  shown: 'nothing',
  joinedOn: new Date('2024-03-01'),
} as const;

let test: TestDatabase;
beforeEach(async () => {
  test = await testDatabase(2);
});
afterEach(() => test.close());

const add = (code: string) => test.db.$transaction((tx) => addMember(tx, moment, BY, { ...NEW, code }));

it('are written down once by their code, with what they agreed to show and when', async () => {
  expect(await add('XV02')).toMatchObject({ ok: true });
  expect(await add('XV01')).toMatchObject({ ok: true });
  const again = await test.db
    .$transaction(async (tx) => {
      const answer = await addMember(tx, moment, BY, { ...NEW, code: 'XV01' });
      if (!answer.ok) throw new Error(answer.error.code);
    })
    .catch((error: unknown) => String(error));
  expect(again).toContain('member_code_taken');
  const members = await membersInOffice(test.db);
  expect(members.map(({ code }) => code)).toEqual(['XV01', 'XV02']);
  expect(members[0]).toMatchObject({ shown: 'nothing', plots: 0, signsIn: false, agreedAt: moment.now });
});

it('agree to be shown and take it back, and each word stays', async () => {
  const added = await add('XV01');
  if (!added.ok) throw new Error(added.error.code);
  const { id } = added.value;
  const say = (shown: 'name' | 'nothing', name: string = NEW.name) =>
    changeMember(test.db, later, BY, { id, name, shown });
  await say('name');
  await say('name', 'Xã viên thử hai');
  await say('nothing', 'Xã viên thử hai');
  const consents = await test.db.memberConsent.findMany({ orderBy: { id: 'asc' } });
  expect(consents.map(({ shown }) => shown)).toEqual(['nothing', 'name', 'nothing']);
  expect((await membersInOffice(test.db))[0]).toMatchObject({ name: 'Xã viên thử hai', agreedAt: later.now });
  const rewriting = test.db.$executeRaw`UPDATE "member_consent" SET "shown" = 'name'`;
  expect(refusalOf(await rewriting.catch((error: unknown) => error))?.constraint).toBe(
    'member_consent_stays',
  );
  expect(await changeMember(test.db, later, BY, { id: 'mem_none', name: 'x', shown: 'name' })).toMatchObject({
    error: { code: 'member_unknown' },
  });
});
