import type { ApiOutputs } from '@baunghe/api';
import { Link } from '@remix-run/react';
import { Badge } from '~/components/badge';
import { formatDay } from '~/format';
import type { Locale } from '~/locale';
import { recallPath } from '~/office/recall/recall-from-here';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';

type Result = ApiOutputs['lab']['results'][number];

const KINDS: Record<Result['kind'], () => string> = {
  residue: m.farm_lab_kind_residue,
  cadmium: m.farm_lab_kind_cadmium,
  auramine_o: m.farm_lab_kind_auramine_o,
};

/** What a kind of test is called. */
export const labKindWords = (kind: Result['kind']): string => KINDS[kind]();

/** Nanograms a kilogram as people read them: 50000 → `0,05` (milligrams a kilogram). */
export const milligramWords = (nanograms: number, locale: Locale): string =>
  (nanograms / 1_000_000).toLocaleString(locale, { maximumFractionDigits: 6 });

/** What laboratories found, a block each; `recalls`: each leads to the fruit that it speaks of. */
export function LabList({ results, recalls }: { results: Result[]; recalls?: boolean }) {
  const locale = useLocale();
  const href = useHref();
  if (results.length === 0) return <p className="text-muted">{m.farm_lab_none()}</p>;
  return (
    <ul className="border-t-2 border-ink">
      {results.map((result) => (
        <li key={result.id} className="grid gap-1 border-b border-line py-3">
          <span className="flex flex-wrap items-center justify-between gap-2">
            <span className="font-semibold">{labKindWords(result.kind)}</span>
            <Badge tone={result.passed ? 'done' : 'care'}>
              {result.passed ? m.farm_lab_pass() : m.farm_lab_fail()}
            </Badge>
          </span>
          <span>{[result.batch, result.plotCode].filter(Boolean).join(' · ')}</span>
          {result.nanogramsPerKg === null ? null : (
            <span>
              {m.farm_lab_value_short({
                value: milligramWords(result.nanogramsPerKg, locale),
                limit: milligramWords(result.limitNanogramsPerKg ?? 0, locale),
              })}
            </span>
          )}
          <span className="text-14 text-muted">
            {[formatDay(result.resultOn, locale), result.laboratory, result.number, result.note]
              .filter(Boolean)
              .join(' · ')}
          </span>
          {result.hasDocument ? (
            <a
              href={href(`/office/lab/${result.id}/report`)}
              download
              className="inline-flex min-h-11 items-center font-semibold underline underline-offset-4"
            >
              {m.farm_lab_report()}
            </a>
          ) : null}
          {recalls ? (
            <Link
              to={href(recallPath('lab', result.id))}
              className="inline-flex min-h-11 items-center font-semibold underline underline-offset-4"
            >
              {m.recall_from_here()}
            </Link>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
