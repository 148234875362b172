import { kilograms } from '@baunghe/money';
import { Field } from '~/components/field';
import { NumberInput, TextInput } from '~/components/inputs';
import { formatKilograms } from '~/format';
import { type Lot, lotFruit } from '~/office/lot-in-store';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';

type Texts = Record<string, string | undefined>;

/** How far what was typed for a lot is from the ledger, in grams; null for a lot that was not counted. */
export function differenceOf(lot: Lot, typed: Texts): number | null {
  const weight = kilograms(typed[`kg_${lot.batch}`] ?? '');
  return weight.ok ? weight.value - lot.onHandGrams : null;
}

/** `typed` came back with the page; `now` stands in the fields, as far as a script sees it. */
type CountRowProps = { lot: Lot; typed: Texts; now: Texts; beside: Texts };

/** One lot of the sheet: what the ledger says, what was counted, and why they differ where they do. */
export function CountRow({ lot, typed, now, beside }: CountRowProps) {
  const locale = useLocale();
  const difference = differenceOf(lot, now);
  const differs = difference !== null && difference !== 0;
  const [kg, why] = [`kg_${lot.batch}`, `why_${lot.batch}`];
  return (
    <li className="grid gap-3 border-b border-line py-4 sm:grid-cols-[1fr_11rem] sm:items-start">
      <div>
        <h2 className="text-18">
          {lot.batch} · {lotFruit(lot, locale)}
        </h2>
        <p className="text-14 text-muted">
          {[
            lot.place ? `${lot.place.code} ${lot.place.name}` : `${lot.plotCode} ${lot.plotName}`,
            m.stock_count_ledger({ hand: formatKilograms(lot.onHandGrams, locale) }),
            ...(lot.reservedGrams > 0
              ? [m.office_lot_reserved_short({ reserved: formatKilograms(lot.reservedGrams, locale) })]
              : []),
          ].join(' · ')}
        </p>
        {differs ? (
          <p className="mt-1 font-semibold text-soil">
            {difference < 0
              ? m.stock_count_short({ grams: formatKilograms(-difference, locale) })
              : m.stock_count_over({ grams: formatKilograms(difference, locale) })}
          </p>
        ) : null}
      </div>
      <input type="hidden" name={`seen_${lot.batch}`} value={lot.onHandGrams} />
      <Field label={m.stock_count_counted({ batch: lot.batch })} error={beside[kg]}>
        <NumberInput name={kg} unit="kg" defaultValue={typed[kg]} />
      </Field>
      {differs || beside[why] ? (
        <div className="sm:col-span-2">
          <Field label={m.stock_count_why({ batch: lot.batch })} error={beside[why]}>
            <TextInput name={why} autoComplete="off" defaultValue={typed[why]} maxLength={200} />
          </Field>
        </div>
      ) : null}
    </li>
  );
}
