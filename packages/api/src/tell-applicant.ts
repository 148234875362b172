import { invitationToken, takesSms } from '@baunghe/coop';
import type { Moment, Tx } from '@baunghe/db';
import { queueSms } from '@baunghe/notices';
import type { ApiSettings } from './context.ts';
import { joinKey } from './order-key.ts';
import type { SmsAnswer } from './sms-answers.ts';

/** How the board decides and how long who was refused is kept, as set or as it is otherwise. */
export const joiningOf = ({ joining }: Pick<ApiSettings, 'joining'>) => joining ?? { votes: 2, keepDays: 30 };

type News = Extract<SmsAnswer, { code: 'application_news' }>['state'];

/** Where whoever is invited sets their password. */
export const invitedLink = ({ publicUrl, secret }: ApiSettings, invitationId: string): string =>
  `${publicUrl}/office/invited/${invitationToken(secret, invitationId)}`;

/** Tells an applicant how it stands, in the transaction of what it tells of; as `tellBuyer`, to numbers that take our SMS alone. */
export async function tellApplicant(
  tx: Tx,
  moment: Moment,
  settings: ApiSettings,
  { code, state, invitationId = null }: { code: string; state: News; invitationId?: string | null },
): Promise<void> {
  if (!settings.sms) return;
  const { phone, locale, demo } = await tx.application.findUniqueOrThrow({ where: { code } });
  if (demo || !takesSms(phone)) return;
  const own = `${settings.publicUrl}/join/${code}?key=${joinKey(settings.secret, code)}`;
  const link = invitationId === null ? own : invitedLink(settings, invitationId);
  await queueSms(tx, moment, {
    ...{ kind: 'application', phone, answersId: null, strangerDay: null, demo: settings.demo },
    text: settings.sms.words({ code: 'application_news', application: code, state, locale, link }),
  });
}

/** Tells a member that the office answered what they asked for. */
export async function tellMember(
  tx: Tx,
  moment: Moment,
  settings: ApiSettings,
  { memberId, request, granted }: { memberId: string; request: string; granted: boolean },
): Promise<void> {
  if (!settings.sms) return;
  const { user, demo } = await tx.member.findUniqueOrThrow({
    where: { id: memberId },
    include: { user: true },
  });
  const phone = user?.phoneNumber;
  if (demo || !phone || !takesSms(phone)) return;
  const link = `${settings.publicUrl}/office/requests/${request}`;
  await queueSms(tx, moment, {
    ...{ kind: 'member_request', phone, answersId: null, strangerDay: null, demo: settings.demo },
    text: settings.sms.words({ code: 'request_answered', request, granted, link }),
  });
}
