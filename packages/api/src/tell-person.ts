import { phoneNumber } from '@baunghe/coop';
import type { Moment, Tx } from '@baunghe/db';
import { queueSms } from '@baunghe/notices';
import type { ApiSettings } from './context.ts';
import type { SmsAnswer } from './sms-answers.ts';

/** Puts news into the outbox for somebody of the office or a member, where SMS are set up and theirs is a mobile number. */
export async function tellPerson(
  tx: Tx,
  moment: Moment,
  { sms, demo }: ApiSettings,
  news: { userId: string; answer: SmsAnswer; notBefore?: Date },
): Promise<void> {
  if (!sms) return;
  const user = await tx.user.findUnique({ where: { id: news.userId }, select: { phoneNumber: true } });
  const read = phoneNumber(user?.phoneNumber ?? '');
  if (!read.ok || !read.value.mobile) return;
  const { notBefore = moment.now } = news;
  const plain = { answersId: null, strangerDay: null, demo, notBefore };
  await queueSms(tx, moment, {
    kind: 'notice',
    phone: read.value.e164,
    text: sms.words(news.answer),
    ...plain,
  });
}
