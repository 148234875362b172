import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fail, ok } from '@baunghe/db';
import express from 'express';
import { expect, it } from 'vitest';
import type { Gate } from '../gate';
import { carrierDoor } from './door';

const told = { secret: '', body: '' };
const ANSWERS: Record<string, unknown> = {
  ours: ok('noted'),
  none: fail({ code: 'not_set_up' }),
  wrong: fail({ code: 'secret_wrong' }),
  torn: fail({ code: 'not_json' }),
  strange: fail({ code: 'news_malformed' }),
};

/** The gate as the door sees it: it answers by the secret that it is given. */
const gate = {
  callerFor: async () => ({
    api: { carriers: { told: async (input: typeof told) => ANSWERS[Object.assign(told, input).secret] } },
  }),
} as unknown as Gate;

it('answers GHN with 200 for what it told, and everybody else with why not', async () => {
  const server = createServer(express().use(carrierDoor(gate)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/ghn`;
  const post = async (secret: string, body = '{"OrderCode":"L1"}', type = 'application/json') =>
    (await fetch(`${url}/${secret}`, { method: 'POST', headers: { 'content-type': type }, body })).status;
  try {
    expect(await post('ours')).toBe(200);
    expect(told).toEqual({ secret: 'ours', body: '{"OrderCode":"L1"}' });
    expect(await Promise.all(['none', 'wrong', 'torn', 'strange'].map((name) => post(name)))).toEqual([
      503, 404, 400, 400,
    ]);
    expect(await post('ours', 'a=1', 'text/plain')).toBe(415);
    expect(await post('ours', ' '.repeat(70_000))).toBe(413);
    expect((await fetch(`${url}/ours`)).status).toBe(405);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
