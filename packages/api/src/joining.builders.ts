import { plusDays, thisMoment } from '@baunghe/db';
import sharp from 'sharp';
import { aShop } from './api.builders.ts';
import type { SmsSettings } from './context.ts';
import type { Caller, SmsAnswer } from './index.ts';

const key = () => crypto.randomUUID();

/** A shop where people apply to join: its board of three, and applications at every stage. Nothing sends SMS until told to. */
export async function anEntrance() {
  /** The days by which the clock of the shop is ahead. */
  const clock = { ahead: 0 };
  const sms: SmsSettings = {
    ...{ webhookKey: null, sendsBy: null, esmsSecret: null },
    words: (answer: SmsAnswer) => {
      if (answer.code === 'join_code') return answer.digits;
      return answer.code === 'application_news' ? `${answer.state} ${answer.link}` : answer.code;
    },
  };
  const moment = () => ({ ...thisMoment(), now: plusDays(thisMoment().now, clock.ahead) });
  const shop = await aShop(8, { sms, moment });
  const guest = await shop.as();
  const manager = async () => shop.as(await shop.personWith(['manager']));
  const board: [Caller, Caller, Caller] = [await manager(), await manager(), await manager()];
  const picture = sharp({ create: { width: 40, height: 30, channels: 3, background: '#784' } });
  const photo = new Uint8Array(await picture.jpeg().toBuffer());
  let phones = 0;

  async function draft() {
    phones += 1;
    const phone = `09000003${String(phones).padStart(2, '0')}`;
    const begun = await guest.joining.begin({
      ...{ key: key(), name: 'Người Xin Thử', phone, kind: 'official', place: 'Ấp Thử, phường Phước Long' },
      ...{ consent: true, locale: 'vi' },
    });
    if (!begun.ok) throw new Error(begun.error.code);
    return { own: begun.value, phone };
  }

  /** A draft that wants nothing but to be sent. */
  async function filled() {
    const { own, phone } = await draft();
    const plot = { crop: 'Sầu riêng Ri6', areaM2: '0,5 ha', place: 'Ấp Thử', position: null };
    const steps = [
      await guest.joining.tellLand({ key: key(), ...own, plots: [plot], capital: 2_000_000 }),
      await guest.joining.addPaper({ key: key(), ...own, kind: 'identity', photo }),
    ];
    for (const step of steps) if (!step.ok) throw new Error(step.error.code);
    return { own, phone };
  }

  async function sent() {
    const { own, phone } = await filled();
    const done = await guest.joining.send({ key: key(), ...own });
    if (!done.ok) throw new Error(done.error.code);
    return { ...own, phone };
  }

  async function lookedAt() {
    const own = await sent();
    const done = await board[0].applications.look({ key: key(), code: own.code });
    if (!done.ok) throw new Error(done.error.code);
    return own;
  }

  return { shop, guest, board, clock, sms, photo, draft, filled, sent, lookedAt };
}
