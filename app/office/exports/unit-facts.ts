import type { ApiOutputs } from '@baunghe/api';

/** A planting unit's season with what became of its lots. */
export type Unit = Extract<ApiOutputs['exports']['unit'], { ok: true }>['value'];
type Plot = Unit['plots'][number];
export type Result = Plot['results'][number];

const DAY_MS = 86_400_000;

/** Whole days from an act to the first harvest on or after it; null where nothing was cut in the time asked for. */
export function daysToNextCut({ harvests }: Pick<Plot, 'harvests'>, doneOn: Date): number | null {
  const days = harvests.map(({ cutOn }) => Math.round((+cutOn - +doneOn) / DAY_MS));
  const after = days.filter((count) => count >= 0);
  return after.length > 0 ? Math.min(...after) : null;
}

/** The newest result of a kind in fruit of a harvest, of whichever of its lots. */
export function newestOf(
  { results }: Pick<Plot, 'results'>,
  harvestId: string,
  kind: Result['kind'],
): Result | undefined {
  return results.filter((result) => result.harvestId === harvestId && result.kind === kind).at(-1);
}

/** What China asks of every lot. */
const WANTED = ['auramine_o', 'cadmium'] as const;

/** The batch codes of lots of which one of these tests is not known. */
export function lotsWithoutTests(unit: Pick<Unit, 'plots'>): string[] {
  return unit.plots.flatMap((plot) =>
    plot.harvests
      .filter(({ harvestId }) => WANTED.some((kind) => !newestOf(plot, harvestId, kind)))
      .flatMap(({ batches }) => batches),
  );
}
