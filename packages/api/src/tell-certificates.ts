import { phoneNumber } from '@baunghe/coop';
import type { Moment, Tx } from '@baunghe/db';
import { certificatesToTell } from '@baunghe/farm';
import { mayRing, queueSms } from '@baunghe/notices';
import type { ApiSettings } from './context.ts';

/**
 * Puts into the outbox what holders are to know of certificates that end soon: once at 60 days and once at 14. Nothing
 * where no SMS are set up, and outside the hours at which people may be written to. Returns how many.
 */
export async function tellCertificates(tx: Tx, moment: Moment, { sms, demo }: ApiSettings): Promise<number> {
  if (!sms || !mayRing(moment.now)) return 0;
  const told = await certificatesToTell(tx, moment);
  for (const { phone, kind, number, plotCode, validTo, daysLeft } of told) {
    const read = phoneNumber(phone);
    if (!read.ok || !read.value.mobile) continue;
    const text = sms.words({ code: 'certificate_ends', kind, number, plotCode, validTo, daysLeft });
    await queueSms(tx, moment, { kind: 'notice', phone, text, answersId: null, strangerDay: null, demo });
  }
  return told.length;
}
