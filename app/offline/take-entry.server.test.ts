import { createHash } from 'node:crypto';
import { vietnamDay } from '@baunghe/db';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anEntryDoor, type EntryDoor, type Sending } from './entry-door.builders';

const HOUR_MS = 3_600_000;
/** What a phone says that a photo was before it shrank it. */
const ORIGINAL = createHash('sha256').update('as it was taken').digest('hex');

let door: EntryDoor;
beforeAll(async () => {
  door = await anEntryDoor();
});
afterAll(() => door.close());

const rotten = (of: string, kg: string, more: Partial<Sending> = {}): Sending => ({
  ...{ who: 'packer', kind: 'spoil', of, fields: { kg, cause: 'rotten', words: '' } },
  ...more,
});

async function aPhoto(): Promise<Blob> {
  const create = { width: 8, height: 8, channels: 3, background: '#cb3' } as const;
  return new File([new Uint8Array(await sharp({ create }).jpeg().toBuffer())], 'a.jpg', {
    type: 'image/jpeg',
  });
}

const lost = (batch: string) =>
  door.db.stockMove.findMany({
    where: { kind: 'spoil', lot: { batch } },
    select: { grams: true, photoId: true },
  });

describe('an entry of a phone', () => {
  it('is recorded once however often it comes, with its photo and what the phone says', async () => {
    const batch = await door.cut(10_000);
    const key = crypto.randomUUID();
    const fields = { kg: '1,5', cause: 'rotten', photo: await aPhoto(), 'photo.sha256': ORIGINAL };
    const entry = rotten(batch, '', { key, fields });
    const first = await door.send(entry);
    expect(first).toMatchObject({
      status: 200,
      answer: { state: 'sent', to: `/office/lots/${batch}?done=spoil`, at: door.now.toISOString(), ahead: 0 },
    });
    const again = await Promise.all([door.send(entry), door.send(entry)]);
    expect(again.map(({ answer }) => answer.state)).toEqual(['sent', 'sent']);
    expect(await lost(batch)).toEqual([{ grams: -1500, photoId: expect.any(String) }]);
    expect(await door.db.photoOriginal.findMany({ select: { claimedSha256: true } })).toMatchObject([
      { claimedSha256: ORIGINAL },
    ]);
    const said = await door.db.phoneEntry.findMany({ where: { key } });
    expect(said).toMatchObject([{ kind: 'spoil', page: `/office/lots/${batch}`, actor: 'usr_packer' }]);
    expect(+(said[0]?.saidAt ?? 0)).toBe(+door.now - HOUR_MS);
  });

  it('is taken in the name of its owner alone: a guest and anybody else leave it where it is', async () => {
    const batch = await door.cut(10_000);
    for (const who of [null, 'manager'] as const)
      expect(await door.send(rotten(batch, '1', { who, about: { owner: 'usr_packer' } }))).toEqual({
        answer: { state: 'signed_out' },
        status: 401,
      });
    expect(await lost(batch)).toEqual([]);
    // Their own, but not for their role: that is an answer, which is shown.
    const refused = await door.send(rotten(batch, '1', { who: 'member' }));
    expect(refused).toMatchObject({ status: 403, answer: { state: 'refused', problem: { status: 403 } } });
  });

  it('of no kind that is known, or of what can be no page, is refused, so that it holds up no other', async () => {
    const bad = (more: Partial<Sending>) => door.send(rotten('AB12', '1', more));
    for (const more of [
      { kind: 'payout' },
      { kind: 'constructor' },
      { of: '../members' },
      { of: 'A/B/C' },
      { key: 'one' },
      { about: { phoneNow: 'noon' } },
    ])
      expect(await bad(more)).toMatchObject({
        status: 400,
        answer: { state: 'refused', problem: { above: expect.stringContaining('hãy xem lại') } },
      });
  });

  it('whose day was offered by a clock that is a day off is given back, and taken once its owner knows', async () => {
    const day = vietnamDay(door.now).toISOString().slice(0, 10);
    const fields = { plotId: 'plo_1', varietyCode: 'RI6', grade: 'B', kg: '12,345', day };
    const about = { dayByClock: '1', phoneNow: String(+door.now + 26 * HOUR_MS) };
    const harvest: Sending = { who: 'member', kind: 'harvest', key: crypto.randomUUID(), fields, about };
    const answer = await door.send(harvest);
    expect(answer).toMatchObject({ status: 409, answer: { state: 'refused', ahead: 26 * HOUR_MS } });
    expect(JSON.stringify(answer)).toContain('chạy nhanh khoảng 26 giờ');
    expect(await door.db.harvest.count({ where: { grams: 12_345 } })).toBe(0);
    const known = { ...about, believedAhead: String(26 * HOUR_MS) };
    expect(await door.send({ ...harvest, about: known })).toMatchObject({ answer: { state: 'sent' } });
    // Typed by hand, a day is its owner's word whatever the clock says.
    const byHand = { ...fields, kg: '12,346', day: 'other', otherDay: day };
    const { phoneNow } = about;
    const typed = await door.send({ who: 'member', kind: 'harvest', fields: byHand, about: { phoneNow } });
    expect(typed).toMatchObject({ answer: { state: 'sent' } });
  });
});

describe('what the cooperative does not take comes back with both sides', () => {
  it('when the lot has less than was spoiled, and what is mended has the same key', async () => {
    const batch = await door.cut(2000);
    const fields = { kg: '2,5', cause: 'rotten', photo: await aPhoto() };
    const entry = rotten(batch, '', { key: crypto.randomUUID(), fields });
    const { answer, status } = await door.send(entry);
    expect(status).toBe(409);
    expect(answer).toMatchObject({
      problem: { beside: { grams: expect.stringMatching(/Lô này chỉ còn 2\s?kg/) } },
      answer: { typed: { kg: '2,5', cause: 'rotten' } },
    });
    const beside = answer.state === 'refused' ? Object.keys(answer.problem.beside) : null;
    expect(beside, 'of the photo nothing: the phone still has it').toEqual(['grams']);
    expect(await door.send({ ...entry, fields: { ...fields, kg: '2' } })).toMatchObject({ status: 200 });
    expect(await lost(batch)).toMatchObject([{ grams: -2000 }]);
  });

  it('when the lot was moved meanwhile: told of once, whoever sends it again means it', async () => {
    const batch = await door.cut(2000);
    const manager = await door.as('manager');
    await manager.store.move({ key: crypto.randomUUID(), batch, placeCode: 'KE2' });
    const fields = { placeCode: 'KHO1', seenPlace: '' };
    const entry: Sending = { who: 'packer', kind: 'place', of: batch, key: crypto.randomUUID(), fields };
    const { answer } = await door.send(entry);
    expect(answer).toMatchObject({
      problem: { status: 409, beside: { placeCode: expect.stringContaining('chuyển sang Kệ 2 lúc') } },
      answer: { typed: { placeCode: 'KHO1', seenPlace: 'KE2' } },
    });
    const meant = { ...entry, fields: { ...fields, seenPlace: 'KE2' } };
    expect(await door.send(meant)).toMatchObject({ answer: { to: `/office/lots/${batch}?done=move` } });
    const found = await manager.harvests.lot({ batch });
    expect(found).toMatchObject({ value: { place: { code: 'KHO1' } } });
  });

  it('when a look that failed meanwhile holds the lot: it is freed by nobody who did not know', async () => {
    const batch = await door.cut(2000);
    const manager = await door.as('manager');
    await manager.store.inspect({ key: crypto.randomUUID(), batch, passed: false, note: 'vỏ nứt' });
    const fields = { act: 'inspect', outcome: 'passed', note: 'đẹp', seenHold: '' };
    const entry: Sending = { who: 'packer', kind: 'look', of: batch, key: crypto.randomUUID(), fields };
    const { answer } = await door.send(entry);
    expect(answer).toMatchObject({
      problem: { status: 409, beside: { passed: expect.stringContaining('không đạt: vỏ nứt') } },
      answer: { typed: { seenHold: 'INSPECT vỏ nứt' } },
    });
    expect(await manager.harvests.lot({ batch })).toMatchObject({ value: { heldReason: 'INSPECT vỏ nứt' } });
    expect(await door.send({ ...entry, fields: { ...fields, seenHold: 'INSPECT vỏ nứt' } })).toMatchObject({
      status: 200,
    });
    expect(await manager.harvests.lot({ batch })).toMatchObject({ value: { heldReason: null } });
    const reading = { act: 'temperature', celsius: '4,5' };
    expect(await door.send({ ...entry, kind: 'temperature', fields: reading })).toMatchObject({
      answer: { to: `/office/lots/${batch}?done=temperature` },
    });
  });

  it('when the box is nobody’s to take back', async () => {
    const fields = { boxId: 'box_none', kg: '3', outcome: 'destroyed', reason: 'dập', money: 'share' };
    const sent = await door.send({ who: 'packer', kind: 'return', of: 'BN12/S1', fields });
    expect(sent).toMatchObject({ status: 404, answer: { state: 'refused', answer: { typed: { kg: '3' } } } });
  });
});
