import { kilograms } from '@baunghe/money';
import type { AppLoadContext } from '@remix-run/node';
import type { Locale } from '~/locale';
import { weightWords } from '~/office/field-words.server';
import { answered } from '~/office/gate-answers.server';
import { type Problem, problemOf, type Refusal } from '~/office/refusals.server';
import { wholeNumber } from '~/office/whole-number';
import { lotInCode } from '~/offline/lot-in-code';
import * as m from '~/paraglide/messages.js';
import { isGarbled } from './scan-keys';

/** What the station's form came to: a lot whose fruit waits for the scale, a packed box, or a refusal. */
export type PackedTyped =
  | { kind: 'chosen'; batch: string }
  | { kind: 'packed'; serial: string; orderPacked: boolean }
  | { kind: 'refused'; problem: Problem };

const refused = (error: Refusal, locale: Locale, beside: Record<string, string> = {}): PackedTyped => {
  const { above, beside: said, status } = problemOf(error, locale, beside);
  // The lot is what was scanned: what is wrong with it is said there.
  const { lotId, batch, ...others } = said;
  const scan = lotId ?? batch;
  return { kind: 'refused', problem: { status, above, beside: { ...others, ...(scan ? { scan } : {}) } } };
};

/** What was scanned, else the lot of the scan before; or why that names no lot. */
function lotOf({ scan = '', lot = '' }: Record<string, string>): { batch: string } | { words: string } {
  if (scan.trim() === '') return lot ? { batch: lot } : { words: m.packing_say_scan_missing() };
  if (isGarbled(scan)) return { words: m.packing_say_garbled() };
  const batch = lotInCode(scan);
  return batch === null ? { words: m.packing_say_no_lot() } : { batch };
}

/** Does what the station's form asks: without a weight it looks whether the crate will do, with one it packs. */
export async function packTyped(
  request: Request,
  api: AppLoadContext['api'],
  typed: Record<string, string>,
  locale: Locale,
): Promise<PackedTyped> {
  const found = lotOf(typed);
  if ('words' in found)
    return { kind: 'refused', problem: { status: 422, above: null, beside: { scan: found.words } } };
  const { batch } = found;
  const { key = '', orderId = '', kg = '', lotReason = '' } = typed;
  if (kg.trim() === '' && typed.scan?.trim()) {
    const crate = await answered(request, api.packing.crate({ orderId, batch }));
    return crate.ok ? { kind: 'chosen', batch: crate.value.batch } : refused(crate.error, locale);
  }
  const weight = kilograms(kg);
  const grams = weight.ok ? weight.value : 0;
  const units = wholeNumber(typed.units);
  const box = await answered(
    request,
    api.packing.packScanned({ key, orderId, batch, units, grams, lotReason }),
  );
  if (!box.ok) return refused(box.error, locale, weight.ok ? {} : { grams: weightWords(weight.error) });
  return { kind: 'packed', serial: box.value.serial, orderPacked: box.value.orderPacked };
}
