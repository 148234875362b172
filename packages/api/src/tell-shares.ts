import { phoneNumber } from '@baunghe/coop';
import type { Moment, Tx } from '@baunghe/db';
import { dong } from '@baunghe/money';
import { queueSms, whenItMayRing } from '@baunghe/notices';
import type { ApiSettings } from './context.ts';

/**
 * Puts into the outbox what each member gets of an approved year's surplus, for those who get something and have an
 * account with a mobile number, in the hours at which people may be written to. Nothing where no SMS are set up.
 */
export async function tellShares(
  tx: Tx,
  moment: Moment,
  { sms, demo }: ApiSettings,
  yearEndId: string,
): Promise<void> {
  if (!sms) return;
  const shares = await tx.yearShare.findMany({
    where: { yearEndId, shareDong: { gt: 0n } },
    include: { yearEnd: true, member: { include: { user: { select: { phoneNumber: true } } } } },
    orderBy: { memberId: 'asc' },
  });
  for (const { yearEnd, member, shareDong } of shares) {
    const read = phoneNumber(member.user?.phoneNumber ?? '');
    if (!read.ok || !read.value.mobile) continue;
    const text = sms.words({ code: 'share_ready', year: yearEnd.year, share: dong(shareDong) });
    const plain = { answersId: null, strangerDay: null, demo, notBefore: whenItMayRing(moment.now) };
    await queueSms(tx, moment, { kind: 'notice', phone: read.value.e164, text, ...plain });
  }
}
