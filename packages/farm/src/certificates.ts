import {
  type CertificateKind,
  fail,
  type Moment,
  newId,
  ok,
  type Result,
  type Tx,
  vietnamDay,
} from '@baunghe/db';

/** From how many days before its end on a certificate is spoken of. */
export const WARN_DAYS = 60;

/** A certificate as staff writes it down. Without member and plot it is the cooperative's. Days are UTC midnights. */
export interface NewCertificate {
  kind: CertificateKind;
  number: string;
  issuer: string;
  memberCode: string | null;
  plotCode: string | null;
  validFrom: Date;
  validTo: Date;
}

/** A certificate as it is read. */
export interface CertificateLine {
  id: string;
  kind: CertificateKind;
  number: string;
  issuer: string;
  memberName: string | null;
  plotCode: string | null;
  validFrom: Date;
  validTo: Date;
  /** Whole days until it ends; negative: it has ended. */
  daysLeft: number;
  /** When its holder was told by SMS that it ends, the last time; null: not yet. */
  toldAt: Date | null;
}

/** Why a certificate is not kept. */
export type CertificateRefusal =
  | { code: 'certificate_holder_unknown' }
  | { code: 'certificate_days' }
  | { code: 'certificate_known' };

/** Keeps a certificate. Returns its id. */
export async function keepCertificate(
  tx: Tx,
  moment: Moment,
  byUser: string,
  { memberCode, plotCode, ...certificate }: NewCertificate,
): Promise<Result<string, CertificateRefusal>> {
  if (certificate.validFrom > certificate.validTo) return fail({ code: 'certificate_days' });
  if (memberCode !== null && plotCode !== null) return fail({ code: 'certificate_holder_unknown' });
  const member = memberCode === null ? null : await tx.member.findUnique({ where: { code: memberCode } });
  const plot = plotCode === null ? null : await tx.plot.findUnique({ where: { code: plotCode } });
  if ((memberCode !== null && !member) || (plotCode !== null && !plot))
    return fail({ code: 'certificate_holder_unknown' });
  const { kind, number, validFrom } = certificate;
  const known = await tx.certificate.count({ where: { kind, number, validFrom } });
  if (known > 0) return fail({ code: 'certificate_known' });
  const id = newId('cer', moment);
  const holder = { memberId: member?.id ?? null, plotId: plot?.id ?? null };
  await tx.certificate.create({
    data: { id, ...certificate, ...holder, recordedAt: moment.now, recordedBy: byUser },
  });
  return ok(id);
}

/** Certificates, the one that ends first first: all, or those that end within WARN_DAYS or have ended since as long. */
export async function certificates(
  tx: Tx,
  now: Date,
  of: { endingOnly?: boolean },
): Promise<CertificateLine[]> {
  const today = vietnamDay(now);
  const left = (day: Date) => Math.round((+day - +today) / 86_400_000);
  const found = await tx.certificate.findMany({
    include: { member: true, plot: true, told: { orderBy: { at: 'desc' }, take: 1 } },
    orderBy: [{ validTo: 'asc' }, { id: 'asc' }],
  });
  return found
    .map(({ id, kind, number, issuer, member, plot, validFrom, validTo, told }) => ({
      ...{ id, kind, number, issuer, validFrom, validTo },
      memberName: member?.name ?? null,
      plotCode: plot?.code ?? null,
      daysLeft: left(validTo),
      toldAt: told[0]?.at ?? null,
    }))
    .filter(({ daysLeft }) => !of.endingOnly || Math.abs(daysLeft) <= WARN_DAYS);
}

/** A certificate as anyone may read it. */
export type ShownCertificate = Pick<CertificateLine, 'kind' | 'number' | 'issuer' | 'validTo'>;

/** The certificates under which fruit of a plot was cut on a day: the plot's, its grower's and the cooperative's. */
export function certificatesOn(
  tx: Tx,
  { plotId, memberId, day }: { plotId: string; memberId: string; day: Date },
): Promise<ShownCertificate[]> {
  return tx.certificate.findMany({
    where: {
      validFrom: { lte: day },
      validTo: { gte: day },
      OR: [{ plotId }, { memberId }, { plotId: null, memberId: null }],
    },
    select: { kind: true, number: true, issuer: true, validTo: true },
    orderBy: [{ kind: 'asc' }, { number: 'asc' }],
  });
}
