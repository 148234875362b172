import { BoxReportKind, fail, type Moment, newId, ok, type Result, type Tx } from '@baunghe/db';

/** What can be wrong with a box, in the order in which it is asked. */
export const BOX_REPORT_KINDS = Object.values(BoxReportKind);

/** Reports of one box in an hour; a script that has seen one label cannot bury the others. */
const MOST_REPORTS_AN_HOUR = 5;

/** A report as the manager reads it, with its box and order. */
export interface BoxReport {
  id: string;
  kind: BoxReportKind;
  words: string | null;
  phone: string | null;
  at: Date;
  lookedAt: Date | null;
  note: string | null;
  /** When its words and number were erased; null while they were not. */
  erasedAt: Date | null;
  gtin: string;
  serial: string;
  batch: string;
  orderCode: string;
}

/** Why a report is not kept. */
export type ReportRefusal = { code: 'too_many_reports' };

const HOUR_MS = 3_600_000;

/**
 * Keeps what somebody found wrong with a box; the same sent again within the hour is one report. Nothing of it is ever
 * shown in public.
 */
export async function reportBox(
  tx: Tx,
  moment: Moment,
  report: { boxId: string; kind: BoxReportKind; words: string | null; phone: string | null },
): Promise<Result<{ reportId: string }, ReportRefusal>> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`report:${report.boxId}`}, 0))::text`;
  const hourAgo = new Date(moment.now.getTime() - HOUR_MS);
  const lately = await tx.boxReport.findMany({ where: { boxId: report.boxId, at: { gt: hourAgo } } });
  const sentBefore = lately.find(
    ({ kind, words, phone }) => kind === report.kind && words === report.words && phone === report.phone,
  );
  if (sentBefore) return ok({ reportId: sentBefore.id });
  if (lately.length >= MOST_REPORTS_AN_HOUR) return fail({ code: 'too_many_reports' });
  const reportId = newId('rep', moment);
  await tx.boxReport.create({ data: { id: reportId, ...report, at: moment.now } });
  return ok({ reportId });
}

/** Reports, those that nobody looked at first, the newest first among each. */
export async function boxReports(tx: Tx, limit: number): Promise<BoxReport[]> {
  const found = await tx.boxReport.findMany({
    include: {
      box: {
        select: {
          gtin: true,
          serial: true,
          lot: { select: { batch: true } },
          order: { select: { code: true } },
        },
      },
    },
    orderBy: [{ lookedAt: { sort: 'desc', nulls: 'first' } }, { at: 'desc' }],
    take: limit,
  });
  return found.map(({ id, kind, words, phone, at, lookedAt, note, erasedAt, box }) => ({
    id,
    kind,
    words,
    phone,
    at,
    lookedAt,
    note,
    erasedAt,
    gtin: box.gtin,
    serial: box.serial,
    batch: box.lot.batch,
    orderCode: box.order.code,
  }));
}

/** Keeps that a manager looked at a report, once, and what was done. */
export async function lookAtReport(
  tx: Tx,
  moment: Moment,
  by: { userId: string },
  look: { reportId: string; note: string },
): Promise<Result<void, { code: 'report_unknown' }>> {
  const { count } = await tx.boxReport.updateMany({
    where: { id: look.reportId, lookedAt: null },
    data: { lookedAt: moment.now, lookedBy: by.userId, note: look.note },
  });
  return count === 1 ? ok(undefined) : fail({ code: 'report_unknown' });
}
