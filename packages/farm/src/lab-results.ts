import { createHash } from 'node:crypto';
import {
  fail,
  type LabKind,
  lockRows,
  type Moment,
  newId,
  ok,
  type Result,
  type Tx,
  vietnamDay,
} from '@baunghe/db';
import { lotClassUri, packingLocationUri } from '@baunghe/gs1';
import { recordInspected } from '@baunghe/trace';
import { shrink } from './keep-photo.ts';
import { settleHold } from './settle-hold.ts';

/** Largest report taken in, in bytes. */
export const LARGEST_REPORT = 10 * 1024 * 1024;

/** The limit of cadmium in durian for China, 0.05 mg/kg, in nanograms a kilogram, unless the operator sets another. */
export const CADMIUM_LIMIT = 50_000;

/** What a laboratory's report says. Days are UTC midnights. */
export interface NewLabResult {
  kind: LabKind;
  /** One of the two: a lot by its batch code, or a plot by its code. */
  batch: string | null;
  plotCode: string | null;
  laboratory: string;
  number: string;
  sampledOn: Date;
  resultOn: Date;
  /** Of cadmium the figure decides. */
  passed: boolean | null;
  nanogramsPerKg: number | null;
  note: string | null;
  /** The report as a PDF or a photo. */
  document: Uint8Array | null;
}

/** Why a result is not kept. */
export type LabRefusal =
  | { code: 'lot_unknown' }
  | { code: 'lab_plot_unknown' }
  | { code: 'lab_verdict_missing' }
  | { code: 'lab_value_missing' }
  | { code: 'lab_day_out_of_range'; newest: Date }
  | { code: 'lab_sampled_before_cut'; cutOn: Date }
  | ReportRefusal;

/**
 * Keeps a laboratory's result: a failed one holds its lot, or what is left of its plot's lots; a passed one lets a lot go
 * that was held for an interval or for an earlier result of the same kind. Each lot's trace is told. Returns its id.
 */
export async function recordLabResult(
  tx: Tx,
  moment: Moment,
  by: { userId: string; gln: string; cadmiumLimit: number },
  result: NewLabResult,
): Promise<Result<string, LabRefusal>> {
  const verdict = verdictOf(result, by.cadmiumLimit);
  if (typeof verdict !== 'boolean') return fail(verdict);
  const newest = vietnamDay(moment.now);
  if (result.resultOn > newest || result.sampledOn > result.resultOn)
    return fail({ code: 'lab_day_out_of_range', newest });
  const subject = await subjectOf(tx, result);
  if ('code' in subject) return fail(subject);
  const document = result.document && (await readReport(result.document));
  if (document && 'code' in document) return fail(document);
  const { kind, laboratory, number, sampledOn, resultOn, nanogramsPerKg, note } = result;
  const id = newId('lab', moment);
  await tx.labResult.create({
    data: {
      ...{ id, kind, laboratory, number, sampledOn, resultOn, note },
      ...{ lotId: subject.lotId, plotId: subject.lotId ? null : subject.plotId, passed: verdict },
      nanogramsPerKg: kind === 'cadmium' ? nanogramsPerKg : null,
      limitNanogramsPerKg: kind === 'cadmium' ? by.cadmiumLimit : null,
      ...{ recordedAt: moment.now, recordedBy: by.userId },
    },
  });
  if (document) await tx.labDocument.create({ data: { resultId: id, ...document } });
  const lots = await lotsOf(tx, subject);
  await settleHold(
    tx,
    lots.map((lot) => lot.id),
  );
  const place = packingLocationUri(by.gln);
  const certificates = document ? [hashUri(document.bytes)] : [];
  for (const lot of lots.filter((each) => each.id === subject.lotId || !verdict)) {
    const { id: lotId, batch, variety, balance, harvest } = lot;
    const grams = balance?.onHandGrams || harvest.grams;
    const lotClass = lotClassUri(variety.looseGtin, batch);
    await recordInspected(tx, moment, { lotId, lotClass, grams, passed: verdict, place, certificates });
  }
  return ok(id);
}

function verdictOf({ kind, passed, nanogramsPerKg }: NewLabResult, limit: number): boolean | LabRefusal {
  if (kind === 'cadmium')
    return nanogramsPerKg === null ? { code: 'lab_value_missing' } : nanogramsPerKg <= limit;
  return passed ?? { code: 'lab_verdict_missing' };
}

interface Subject {
  lotId: string | null;
  harvestId: string | null;
  plotId: string;
}

/** What the result is of, its plot locked: harvests and entries of the plot come before or after. */
async function subjectOf(
  tx: Tx,
  { batch, plotCode, sampledOn }: NewLabResult,
): Promise<Subject | LabRefusal> {
  if (batch === null) {
    const plot = plotCode === null ? null : await tx.plot.findUnique({ where: { code: plotCode } });
    if (!plot) return { code: 'lab_plot_unknown' };
    await lockRows(tx, 'plot', [plot.id]);
    return { lotId: null, harvestId: null, plotId: plot.id };
  }
  const lot = await tx.lot.findUnique({ where: { batch }, include: { harvest: true } });
  if (!lot) return { code: 'lot_unknown' };
  if (sampledOn < lot.harvest.cutOn) return { code: 'lab_sampled_before_cut', cutOn: lot.harvest.cutOn };
  await lockRows(tx, 'plot', [lot.harvest.plotId]);
  return { lotId: lot.id, harvestId: lot.harvestId, plotId: lot.harvest.plotId };
}

/** The lots that a result may hold or let go: those of the same harvest, or all that the plot has in store. */
function lotsOf(tx: Tx, { harvestId, plotId }: Subject) {
  return tx.lot.findMany({
    where: harvestId ? { harvestId } : { harvest: { plotId }, balance: { onHandGrams: { gt: 0 } } },
    include: { variety: true, balance: true, harvest: true },
    orderBy: { id: 'asc' },
  });
}

type Report = { mediaType: 'application/pdf' | 'image/webp'; bytes: Uint8Array<ArrayBuffer> };

/** Why a report is not taken. */
export type ReportRefusal = { code: 'report_too_large'; mostBytes: number } | { code: 'report_unreadable' };

/** A paper as it is kept: a PDF as it came, or a picture made small and silent. */
export async function readReport(original: Uint8Array): Promise<Report | ReportRefusal> {
  if (original.byteLength > LARGEST_REPORT) return { code: 'report_too_large', mostBytes: LARGEST_REPORT };
  if (Buffer.from(original.subarray(0, 5)).toString('latin1') === '%PDF-')
    return { mediaType: 'application/pdf', bytes: new Uint8Array(original) };
  const bytes = await shrink(original);
  return bytes ? { mediaType: 'image/webp', bytes } : { code: 'report_unreadable' };
}

const hashUri = (bytes: Uint8Array): string =>
  `ni:///sha-256;${createHash('sha256').update(bytes).digest('base64url')}`;

/** A result as the cooperative's people read it. */
export interface LabLine {
  id: string;
  kind: LabKind;
  batch: string | null;
  plotCode: string;
  laboratory: string;
  number: string;
  sampledOn: Date;
  resultOn: Date;
  passed: boolean;
  nanogramsPerKg: number | null;
  limitNanogramsPerKg: number | null;
  note: string | null;
  hasDocument: boolean;
}

/** Results, the newest first: of a lot and its plot (`batch`), of a plot, of one member's plots, or all. */
export async function labResults(
  tx: Tx,
  of: { batch?: string; plotId?: string; memberId?: string; limit: number },
): Promise<LabLine[]> {
  const plots = {
    ...(of.plotId ? { id: of.plotId } : {}),
    ...(of.memberId ? { memberId: of.memberId } : {}),
  };
  const lot = of.batch
    ? await tx.lot.findUnique({ where: { batch: of.batch }, include: { harvest: true } })
    : null;
  if (of.batch && !lot) return [];
  const about = lot
    ? [
        { lot: { harvestId: lot.harvestId, harvest: { plot: plots } } },
        { plot: { ...plots, id: lot.harvest.plotId } },
      ]
    : [{ lot: { harvest: { plot: plots } } }, { plot: plots }];
  const results = await tx.labResult.findMany({
    where: { OR: about },
    include: {
      lot: { select: { batch: true, harvest: { select: { plot: { select: { code: true } } } } } },
      plot: { select: { code: true } },
      document: { select: { resultId: true } },
    },
    orderBy: [{ resultOn: 'desc' }, { position: 'desc' }],
    take: of.limit,
  });
  return results.map(({ lot, plot, document, ...result }) => {
    const { id, kind, laboratory, number, sampledOn, resultOn, passed, note } = result;
    const { nanogramsPerKg, limitNanogramsPerKg } = result;
    return {
      ...{ id, kind, laboratory, number, sampledOn, resultOn, passed, note },
      ...{ nanogramsPerKg, limitNanogramsPerKg },
      batch: lot?.batch ?? null,
      plotCode: lot?.harvest.plot.code ?? plot?.code ?? '',
      hasDocument: document !== null,
    };
  });
}

/** The report of a result, or null: also for a result of another member's fruit. */
export async function labDocument(
  tx: Tx,
  of: { id: string; memberId?: string },
): Promise<{ mediaType: string; bytes: Uint8Array } | null> {
  const found = await tx.labDocument.findUnique({
    where: { resultId: of.id },
    include: {
      result: { include: { plot: true, lot: { include: { harvest: { include: { plot: true } } } } } },
    },
  });
  const plot = found?.result.plot ?? found?.result.lot?.harvest.plot;
  if (!found || (of.memberId !== undefined && plot?.memberId !== of.memberId)) return null;
  return { mediaType: found.mediaType, bytes: found.bytes };
}
