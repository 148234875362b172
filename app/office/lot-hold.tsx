import type { ApiOutputs } from '@baunghe/api';
import { Link } from '@remix-run/react';
import { Notice } from '~/components/notice';
import { formatDay } from '~/format';
import { labKindWords } from '~/orchard/lab-list';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';

type Lot = Extract<ApiOutputs['harvests']['lot'], { ok: true }>['value'];
type Results = ApiOutputs['lab']['results'];

type LotHoldProps = {
  lot: Lot;
  results: Results;
  /** Who may lift it: staff look at the fruit, a manager writes results down. */
  works: boolean;
  manages: boolean;
};

/** Why a lot is held, in a sentence, and what lets it go; a withdrawal has its own notice. */
export function LotHold({ lot, results, works, manages }: LotHoldProps) {
  const href = useHref();
  if (!lot.heldReason || (lot.withdrawn && !lot.heldBy)) return null;
  const byLook = lot.heldReason.startsWith(LOOKED_AT);
  const look = { to: `/office/lots/${lot.batch}/look`, words: m.stock_hold_look_again() };
  const test = { to: `/office/lab/new?lot=${lot.batch}`, words: m.farm_lab_new() };
  const way = byLook ? (works ? look : null) : manages ? test : null;
  return (
    <Notice tone="care" title={m.office_lot_held_title()}>
      <HeldWhy lot={lot} results={results} />
      {way ? (
        <Link
          to={href(way.to)}
          className="flex min-h-11 items-center font-semibold underline underline-offset-4"
        >
          {way.words}
        </Link>
      ) : null}
    </Notice>
  );
}

const LOOKED_AT = 'INSPECT ';

function HeldWhy({ lot, results }: Pick<LotHoldProps, 'lot' | 'results'>) {
  const locale = useLocale();
  const { heldBy, heldReason } = lot;
  if (heldReason?.startsWith(LOOKED_AT))
    return m.stock_held_by_look({ note: heldReason.slice(LOOKED_AT.length) });
  const failed = heldReason && failedOf(heldReason, results);
  if (failed)
    return m.stock_held_by_lab({
      kind: labKindWords(failed.kind),
      laboratory: failed.laboratory,
      number: failed.number,
      day: formatDay(failed.resultOn, locale),
    });
  if (heldBy)
    return m.office_lot_held_by({
      input: heldBy.inputName,
      applied: formatDay(heldBy.appliedOn, locale),
      free: formatDay(heldBy.freeFrom, locale),
    });
  return m.office_lot_held_other({ reason: heldReason ?? '' });
}

/** The result that a reason such as `LAB residue KN-12 2026-06-03` names. */
function failedOf(heldReason: string, results: Results): Results[number] | undefined {
  return results.find(({ kind, number, resultOn }) => {
    return heldReason === `LAB ${kind} ${number} ${resultOn.toISOString().slice(0, 10)}`;
  });
}
