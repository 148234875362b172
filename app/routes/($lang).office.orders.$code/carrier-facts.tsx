import type { ApiOutputs } from '@baunghe/api';
import { formatDong, formatInstant } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';

export type Carried = ApiOutputs['carriers']['ofOrder'];

/** What a carrier gave a parcel: its number, fee and day. */
export function CarrierFacts({
  consignment,
  carrier,
  ward,
}: {
  consignment: Carried['consignments'][number];
  carrier: string;
  /** What it was told as the ward. */
  ward: string | null;
}) {
  const locale = useLocale();
  const { tracking, link, sortCode, fee, expectedAt } = consignment;
  if (!tracking) return null;
  const facts = [
    [m.carriers_number(), tracking],
    [m.carriers_ward_name(), ward],
    [m.carriers_sort_code(), sortCode],
    [m.carriers_fee(), fee === null ? null : formatDong(fee, locale)],
    [m.carriers_expected(), expectedAt && formatInstant(expectedAt, locale)],
  ] as const;
  return (
    <div>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {facts.map(([term, value]) =>
          value ? (
            <div key={term} className="contents">
              <dt className="text-muted">{term}</dt>
              <dd className="font-semibold break-all">{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
      {link ? (
        <a
          href={link}
          target="_blank"
          rel="noreferrer"
          className="inline-flex min-h-11 items-center text-rind underline underline-offset-4"
        >
          {m.carriers_see_way({ carrier })}
        </a>
      ) : null}
    </div>
  );
}
