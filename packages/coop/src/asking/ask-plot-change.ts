import { type Moment, ok, type Result, type Tx } from '@baunghe/db';
import { growersChange, type PlotEntry, type PlotRefusal } from '@baunghe/farm';
import { type KeepRefusal, keepRequest } from './ask-office.ts';

/** A plot's form as its grower filled it in. */
interface AskedChange {
  memberId: string;
  entry: PlotEntry;
  note: string | null;
  demo?: boolean;
}

/**
 * Takes a plot's form from its grower: the name changes at once, and what fruit is traced by becomes a request to the
 * office. Tells the request's code; null: there was nothing to ask. After `request_open` the transaction can only be
 * rolled back.
 */
export async function askForPlotChange(
  tx: Tx,
  moment: Moment,
  { memberId, entry, note, demo = false }: AskedChange,
): Promise<Result<{ plotId: string; request: string | null }, PlotRefusal | KeepRefusal>> {
  const told = await growersChange(tx, moment, memberId, entry);
  if (!told.ok) return told;
  const { plotId, change } = told.value;
  if (!change) return ok({ plotId, request: null });
  const { areaM2, areaM2Before, outline, outlineBefore, trees, treesBefore } = change;
  const { plantingUnitCode, plantingUnitBefore } = change;
  const kept = await keepRequest(tx, moment, {
    ...{ kind: 'plot_correction', memberId, plotId, note, areaM2, areaM2Before, demo },
    ...(outline ? { outline, outlineBefore } : {}),
    ...(plantingUnitCode ? { plantingUnitCode, plantingUnitBefore } : {}),
    ...(trees ? { allTrees: trees, allTreesBefore: treesBefore } : {}),
  });
  return kept.ok ? ok({ plotId, request: kept.value.code }) : kept;
}
