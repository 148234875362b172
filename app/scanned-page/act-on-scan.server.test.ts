import type { ActionFunctionArgs } from '@remix-run/node';
import { describe, expect, it } from 'vitest';
import { actOnScan } from './act-on-scan.server';

const PATH = '/01/09521234002000/10/K7M2QXWD/21/B3F7HJ9KQ001';
const NOW = new Date('2026-06-12T03:00:00Z');

/** A form sent from a box's page to a gate that answers `answer`; what the gate was asked is noted. */
async function send(form: Record<string, string>, answer: unknown = { ok: true, value: {} }) {
  const asked: unknown[] = [];
  const ask = async (input: unknown) => {
    asked.push(input);
    return answer;
  };
  const request = new Request(`http://localhost${PATH}`, { method: 'POST', body: new URLSearchParams(form) });
  const context = { api: { scans: { enterPin: ask, report: ask } }, now: NOW };
  const args = { request, params: {}, context } as unknown as ActionFunctionArgs;
  const { data, init } = await actOnScan(args);
  expect(new Headers(init?.headers).get('Cache-Control')).toBe('private, no-store');
  return { said: data, status: init?.status, asked };
}

describe('the number under the lid', () => {
  const enter = (value: unknown) => send({ act: 'pin', pin: '123456' }, { ok: true, value });

  it('says that it is the first entry, or when the first was', async () => {
    const first = await enter({ outcome: 'first', at: NOW });
    expect(first.said).toMatchObject({ good: true, words: expect.stringContaining('nhập lần đầu') });
    expect(first.asked).toEqual([{ gtin: '09521234002000', serial: 'B3F7HJ9KQ001', pin: '123456' }]);
    const again = await enter({ outcome: 'again', at: NOW, firstAt: new Date('2026-06-10T03:00:00Z') });
    expect(again.said).toMatchObject({ good: false, words: expect.stringContaining('10:00 10/06/2026') });
  });

  it('does not alarm whoever sent it twice', async () => {
    const { said } = await enter({ outcome: 'again', at: NOW, firstAt: new Date(NOW.getTime() - 5000) });
    expect(said).toMatchObject({ good: true, words: expect.stringContaining('gửi hai lần') });
  });

  it('says how many tries are left, or until when it waits', async () => {
    const wrong = await enter({ outcome: 'wrong', triesLeft: 2 });
    expect(wrong).toMatchObject({
      status: 422,
      said: { good: false, words: expect.stringContaining('2 lần') },
    });
    const waits = await send(
      { act: 'pin', pin: '123456' },
      { ok: false, error: { code: 'pin_waits', until: NOW } },
    );
    expect(waits).toMatchObject({
      status: 429,
      said: { words: expect.stringContaining('10:00 12/06/2026') },
    });
  });
});

describe('a report', () => {
  const typed = { kind: 'worm', words: 'Hai múi có sâu', phone: '0900000123' };

  it('is thanked for', async () => {
    const { said, asked } = await send({ act: 'report', ...typed });
    expect(said).toMatchObject({ act: 'report', good: true });
    expect(asked).toMatchObject([typed]);
  });

  it('gives back what was typed when it is refused', async () => {
    const refused = { ok: false, error: { code: 'fields', fields: { phone: 'phone_invalid' } } };
    const { said, status } = await send({ act: 'report', ...typed, phone: '12' }, refused);
    expect(status).toBe(422);
    expect(said).toMatchObject({ good: false, typed: { ...typed, phone: '12' } });
    expect(await send({ act: 'report', ...typed, kind: 'nonsense' })).toMatchObject({
      status: 422,
      asked: [],
    });
  });

  it('of a machine that fills in everything is thanked for and dropped', async () => {
    const { said, asked } = await send({ act: 'report', ...typed, website: 'https://spam.example' });
    expect(said).toMatchObject({ good: true });
    expect(asked).toEqual([]);
  });
});
