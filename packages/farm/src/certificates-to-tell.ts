import { type CertificateKind, type Moment, plusDays, type Tx, vietnamDay } from '@baunghe/db';

/** How many days before its end the holder of a certificate is told, the first time first. */
const TOLD_AT = [60, 14] as const;

/** A certificate whose holder is to be told that it ends. */
export interface CertificateToTell {
  id: string;
  kind: CertificateKind;
  number: string;
  plotCode: string | null;
  validTo: Date;
  daysLeft: number;
  /** The holder's registered telephone, E.164. */
  phone: string;
}

/**
 * Certificates of members and their plots that end soon and whose holder was not told yet at 60 or at 14 days; they
 * count as told from now on. Left out: the cooperative's own, holders without an account, and what was renewed already.
 */
export async function certificatesToTell(tx: Tx, moment: Moment): Promise<CertificateToTell[]> {
  const today = vietnamDay(moment.now);
  const holder = { include: { user: { select: { phoneNumber: true } } } } as const;
  const ending = await tx.certificate.findMany({
    where: { validTo: { gte: today, lte: plusDays(today, TOLD_AT[0]) } },
    include: { told: true, member: holder, plot: { include: { member: holder } } },
    orderBy: [{ validTo: 'asc' }, { id: 'asc' }],
  });
  const tell: CertificateToTell[] = [];
  for (const { id, kind, number, validTo, memberId, plotId, ...of } of ending) {
    const phone = (of.member ?? of.plot?.member)?.user?.phoneNumber;
    const daysLeft = Math.round((+validTo - +today) / 86_400_000);
    const days = TOLD_AT.findLast((before) => daysLeft <= before);
    if (!phone || !days || of.told.some((told) => told.days <= days)) continue;
    const renewed = await tx.certificate.count({
      where: { kind, memberId, plotId, validTo: { gt: validTo } },
    });
    if (renewed > 0) continue;
    // Of two that come here at once, one writes the row.
    const data = [{ certificateId: id, days, at: moment.now }];
    const { count } = await tx.certificateTold.createMany({ data, skipDuplicates: true });
    if (count === 1)
      tell.push({ id, kind, number, plotCode: of.plot?.code ?? null, validTo, daysLeft, phone });
  }
  return tell;
}
