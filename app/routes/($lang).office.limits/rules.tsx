import type { ApiOutputs } from '@baunghe/api';
import type { ReactNode } from 'react';
import { type Column, DataTable } from '~/components/data-table';
import { formatDong, formatInstant } from '~/format';
import { roleWords } from '~/office/role-words';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';

/** A rule as the office has it. */
export type Rule = ApiOutputs['givings']['board']['rules'][number];

/** The roles with limits, in the order of the table. */
export const LIMITED = ['packer', 'accountant', 'manager'] as const;

type Limits = Rule['limits']['manager'];
type Row = Limits & { role: (typeof LIMITED)[number] };
type RulesProps = { rules: readonly Rule[]; names: Record<string, string>; me: string; children: ReactNode };

/** The limits now, who set them and when; those before below. */
export function Rules({ rules, names, me, children }: RulesProps) {
  const [newest, ...before] = rules;
  if (!newest) return null;
  return (
    <section>
      <h2 className="text-22">{m.limits_rule()}</h2>
      <p className="mb-3 max-w-3xl text-muted">{m.limits_rule_text()}</p>
      <OneRule rule={newest} names={names} />
      {newest.byUser === me ? (
        <p className="mt-2 max-w-3xl text-14 text-muted">{m.limits_rule_own()}</p>
      ) : null}
      {children}
      {before.length > 0 ? (
        <details className="mt-2">
          <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold underline underline-offset-4">
            {m.limits_rule_before()}
          </summary>
          <div className="grid gap-6">
            {before.map((rule) => (
              <OneRule key={rule.id} rule={rule} names={names} />
            ))}
          </div>
        </details>
      ) : null}
    </section>
  );
}

function OneRule({ rule, names }: { rule: Rule; names: Record<string, string> }) {
  const locale = useLocale();
  const { byUser, at, note, limits } = rule;
  const who = byUser === null ? null : (names[byUser] ?? byUser);
  const words =
    who === null ? m.limits_rule_first() : m.limits_rule_since({ who, at: formatInstant(at, locale) });
  const rows = LIMITED.map((role) => ({ role, ...limits[role] }));
  return (
    <div>
      <p className="text-14 text-muted">
        {words}
        {note ? ` · ${note}` : ''}
      </p>
      <DataTable caption={words} columns={useRuleColumns()} rows={rows} rowKey={({ role }) => role} />
    </div>
  );
}

function useRuleColumns(): Column<Row>[] {
  const locale = useLocale();
  const sum = (key: keyof Limits, head: string): Column<Row> => ({
    ...{ key, head, figures: true },
    cell: (row) => {
      const limit = row[key];
      return (
        <span className="whitespace-nowrap">
          {limit === null ? m.limits_any() : formatDong(limit, locale)}
        </span>
      );
    },
  });
  return [
    { key: 'role', head: m.limits_role(), names: true, cell: ({ role }) => roleWords(role) },
    sum('refund', m.limits_each_refund()),
    sum('credit', m.limits_each_credit()),
    sum('anew', m.limits_each_anew()),
    sum('ofOrder', m.limits_of_order()),
    sum('second', m.limits_second()),
  ];
}
