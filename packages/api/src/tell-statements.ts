import { phoneNumber } from '@baunghe/coop';
import type { Moment, Tx } from '@baunghe/db';
import { dong } from '@baunghe/money';
import { queueSms, whenItMayRing } from '@baunghe/notices';
import type { ApiSettings } from './context.ts';

/**
 * Puts into the outbox what each member of an approved settlement gets, for those who have an account with a mobile
 * number, in the hours at which people may be written to. Nothing where no SMS are set up.
 */
export async function tellStatements(
  tx: Tx,
  moment: Moment,
  { sms, demo }: ApiSettings,
  settlementId: string,
): Promise<void> {
  if (!sms) return;
  const statements = await tx.memberStatement.findMany({
    where: { settlementId },
    include: { settlement: true, member: { include: { user: { select: { phoneNumber: true } } } } },
    orderBy: { id: 'asc' },
  });
  for (const { settlement, member, payDong, leftDong } of statements) {
    const read = phoneNumber(member.user?.phoneNumber ?? '');
    if (!read.ok || !read.value.mobile) continue;
    const { fromDay, toDay } = settlement;
    const text = sms.words({
      code: 'statement_ready',
      ...{ fromDay, toDay, pay: dong(payDong), left: dong(leftDong) },
    });
    const phone = read.value.e164;
    const notBefore = whenItMayRing(moment.now);
    const plain = { answersId: null, strangerDay: null, demo, notBefore };
    await queueSms(tx, moment, { kind: 'notice', phone, text, ...plain });
  }
}
