import type { ApiOutputs } from '@baunghe/api';
import { Link } from '@remix-run/react';
import { Badge } from '~/components/badge';
import { formatInstant } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';
import { Erase } from './erase';
import { LookForm, type LookState } from './look-form';

type Report = ApiOutputs['scans']['board']['reports'][number];

const KINDS: Record<Report['kind'], () => string> = {
  hard_flesh: m.box_wrong_hard_flesh,
  worm: m.box_wrong_worm,
  bruised: m.box_wrong_bruised,
  unripe: m.box_wrong_unripe,
  wrong_fruit: m.box_wrong_fruit,
  strange_label: m.box_wrong_label,
  other: m.box_wrong_other,
};

type ReportCardProps = LookState & { report: Report; eraseKeys: Record<string, string> };

/** One report: what is wrong with which box, whom to call, and what was done about it. */
export function ReportCard({ report, ...form }: ReportCardProps) {
  const locale = useLocale();
  const href = useHref();
  return (
    <li className="grid gap-x-10 gap-y-3 border-t border-line pt-4 lg:grid-cols-2">
      <div>
        <div className="flex flex-wrap items-center gap-3">
          <span className="text-18 font-extrabold">{KINDS[report.kind]()}</span>
          {report.lookedAt ? (
            <Badge tone="done">{m.office_scans_state_looked()}</Badge>
          ) : (
            <Badge tone="care">{m.office_scans_state_new()}</Badge>
          )}
        </div>
        {report.words ? <p className="mt-1">{report.words}</p> : null}
        {report.erasedAt ? (
          <p className="mt-1 text-muted">
            {m.evidence_erased({ at: formatInstant(report.erasedAt, locale) })}
          </p>
        ) : null}
        <p className="text-14 text-muted">
          {formatInstant(report.at, locale)} ·{' '}
          {m.office_scans_box_lot({ serial: report.serial, batch: report.batch })}
        </p>
        {report.phone ? (
          <a href={`tel:${report.phone}`} className="inline-flex min-h-11 items-center text-rind underline">
            {report.phone}
          </a>
        ) : null}
        <p>
          <Link
            to={href(`/office/orders/${report.orderCode}`)}
            className="inline-flex min-h-11 items-center text-rind underline underline-offset-4"
          >
            {m.office_order_title({ code: report.orderCode })}
          </Link>
        </p>
      </div>
      <div className="grid content-start gap-3">
        {report.lookedAt ? <p>{report.note}</p> : <LookForm of={report.id} act="report" {...form} />}
        {report.words || report.phone ? <Erase of={report.id} formKey={form.eraseKeys[report.id]} /> : null}
      </div>
    </li>
  );
}
