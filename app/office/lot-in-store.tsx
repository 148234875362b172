import type { ApiOutputs } from '@baunghe/api';
import { Badge } from '~/components/badge';
import { formatKilograms, vietnamDayText } from '~/format';
import type { Locale } from '~/locale';
import { varietyIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';

export type Lot = ApiOutputs['harvests']['lots'][number];

/** What lies in a lot: "Ri6 · loại A". */
export function lotFruit(
  lot: Pick<Lot, 'varietyVi' | 'varietyEn' | 'varietyZh' | 'grade'>,
  locale: Locale,
): string {
  const variety = varietyIn(lot, locale);
  return m.office_lot_fruit({ variety, grade: lot.grade });
}

/** Whether a lot can be sold today, in a word with its sign. */
export function LotState({ lot, today }: { lot: Lot; today: Date }) {
  if (lot.heldReason) return <Badge tone="care">{m.office_lot_state_held()}</Badge>;
  if (lot.onHandGrams === 0)
    return (
      <Badge tone="plain" sign="check">
        {m.office_lot_state_empty()}
      </Badge>
    );
  if (lot.bestBefore.toISOString().slice(0, 10) < vietnamDayText(today))
    return (
      <Badge tone="care" sign="clock">
        {m.office_lot_state_past()}
      </Badge>
    );
  return <Badge tone="done">{m.office_lot_state_free()}</Badge>;
}

/** What is left of a lot as a bar as long as what was received: free, then reserved, then gone; with its figures. */
export function LotBar({ lot, tall }: { lot: Lot; tall?: boolean }) {
  const locale = useLocale();
  const kg = (grams: number) => formatKilograms(grams, locale);
  const free = lot.heldReason ? 0 : lot.onHandGrams - lot.reservedGrams;
  const held = lot.heldReason ? lot.onHandGrams - lot.reservedGrams : 0;
  const part = (grams: number) => `${lot.receivedGrams > 0 ? (grams / lot.receivedGrams) * 100 : 0}%`;
  return (
    <span className="block min-w-40">
      <span
        aria-hidden="true"
        className={`flex overflow-hidden rounded-full border border-edge ${tall ? 'h-5' : 'h-3'}`}
      >
        <span className="bg-rind" style={{ width: part(free) }} />
        <span className="bg-soil" style={{ width: part(held) }} />
        <span className="bg-flesh" style={{ width: part(lot.reservedGrams) }} />
      </span>
      <span className="mt-1 block text-14">
        <span className="font-semibold">{m.office_lot_free_short({ free: kg(free) })}</span>
        {lot.reservedGrams > 0
          ? ` · ${m.office_lot_reserved_short({ reserved: kg(lot.reservedGrams) })}`
          : ''}{' '}
        <span className="text-muted">{m.office_lot_of_received({ received: kg(lot.receivedGrams) })}</span>
      </span>
    </span>
  );
}
