import { formatDong, formatKilograms } from '~/format';
import { nameIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import type { Statement } from './statement-words';

type Lot = Statement['lots'][number];

/** What each lot brought in, drawn as a bar: what the member has of it, and light what the cooperative keeps. */
export function LotShares({ lots }: { lots: readonly Lot[] }) {
  const most = Math.max(1, ...lots.map(({ sales }) => sales));
  return (
    <section>
      <h2 className="mb-2 text-22">{m.settlement_own_lots()}</h2>
      <ul className="grid gap-5">
        {lots.map((lot) => (
          <LotShare key={lot.batch} lot={lot} most={most} />
        ))}
      </ul>
    </section>
  );
}

function LotShare({ lot, most }: { lot: Lot; most: number }) {
  const locale = useLocale();
  const { batch, varietyName, plotCode: plot, grade, boxes, grams, sales, member } = lot;
  const facts = { plot, grade, boxes, weight: formatKilograms(grams, locale) };
  const wide = (dong: number) => (Math.max(0, dong) / most) * 100;
  return (
    <li>
      <p className="flex flex-wrap justify-between gap-x-4">
        <span className="font-semibold">
          {nameIn(varietyName, locale)} · {batch}
        </span>
        <strong className="whitespace-nowrap">{formatDong(member, locale)}</strong>
      </p>
      <p className="text-14 text-muted">
        {boxes > 0 ? m.settlement_own_lot_facts(facts) : m.settlement_own_lot_corrected({ plot, grade })}
      </p>
      <svg
        viewBox="0 0 100 6"
        preserveAspectRatio="none"
        aria-hidden="true"
        className="my-1.5 block h-4 w-full"
      >
        <rect width="100" height="6" fill="none" stroke="var(--color-line)" strokeWidth="0.3" />
        <rect width={wide(sales)} height="6" fill="var(--color-flesh)" />
        <rect width={wide(member)} height="6" fill="var(--color-rind)" />
      </svg>
      <p className="text-14">
        {m.settlement_own_lot_share({
          sales: formatDong(sales, locale),
          member: formatDong(member, locale),
        })}
      </p>
    </li>
  );
}
