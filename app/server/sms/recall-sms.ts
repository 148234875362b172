import type { SmsAnswer } from '@baunghe/api';
import { oneSegment } from '@baunghe/notices';
import * as m from '~/paraglide/messages.js';

type Told = Extract<SmsAnswer, { code: 'recall_told' }>;
type Heard = Extract<SmsAnswer, { code: 'recall_heard' }>;

const MOST = 160;

const ADVICE = {
  do_not_eat: m.recall_sms_do_not_eat,
  give_back: m.recall_sms_give_back,
  discard: m.recall_sms_discard,
} as const;

const FATE = {
  destroyed: m.recall_sms_destroyed,
  eaten: m.recall_sms_eaten,
  giving_back: m.recall_sms_giving_back,
} as const;

/** That fruit is called back, in one segment: the reason is cut before what to do, the answers and the link are. */
export function recallSms({ reason, advice, orderCode, locale, link }: Told): string {
  const in_ = { locale: locale === 'vi' ? 'vi' : 'en' } as const;
  const room = MOST - link.length - 1;
  const words = (cause: string) =>
    m.recall_sms_told({ code: orderCode, reason: cause, advice: ADVICE[advice]({}, in_) }, in_);
  const cause = oneSegment(reason);
  const over = words(cause).length - room;
  const cut = over <= 0 ? cause : cause.slice(0, Math.max(0, cause.length - over)).trimEnd();
  return `${words(cut).slice(0, room).trimEnd()} ${link}`;
}

/** That what a buyer said of it is written down. */
export function recallHeardSms({ fate }: Heard): string {
  const in_ = { locale: 'vi' } as const;
  return m.recall_sms_heard({ said: FATE[fate]({}, in_) }, in_);
}
