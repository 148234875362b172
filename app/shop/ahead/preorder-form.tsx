import { Form, useNavigation } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { QuantityStepper } from '~/components/quantity-stepper';
import { RadioCards } from '~/components/radio-cards';
import { formatDong } from '~/format';
import { BeforeYouOrder, TermsSentence } from '~/law/before-you-order';
import { ConsentBoxes, type ConsentWordings } from '~/law/consent-boxes';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';
import { HOW_MANY } from '../buy-bar';
import { type Beside, type ShownPlace, WherePart, WhoPart } from '../checkout-parts';
import type { DeliveryPrices } from '../delivery-note';
import { NotTaken } from '../not-taken';
import { useAskedSums } from '../use-asked-sums';
import { PreorderSummary, type PreorderSums } from './preorder-summary';
import type { Offer } from './rule-words';

/** A form as it comes back after a refusal. */
export interface ShownPreorder {
  key: string;
  quantity: string;
  buyerName: string;
  phone: string;
  province: ShownPlace;
  ward: ShownPlace;
  street: string;
  note: string;
  method: string;
  consents: string[];
}

type PreorderFormProps = {
  offer: Offer & { sums: PreorderSums };
  quantity: number;
  prices: DeliveryPrices;
  freshKey: string;
  terms: { inForce: readonly { slug: string; number: number }[]; wordings: ConsentWordings };
  refused: { above: string; beside: Beside; shown: ShownPreorder; sums: PreorderSums } | undefined;
};

const NOWHERE: ShownPlace = { text: '', code: '', choices: [] };
const NOTHING_YET = {
  ...{ buyerName: '', phone: '', province: NOWHERE, ward: NOWHERE, street: '', note: '', method: 'cod' },
  consents: [] as string[],
};

/** The sums of what is chosen while typing; those of the page until they are known. */
function useSums(offerId: string, known: PreorderSums, quantity: string, province: string, changed: boolean) {
  const href = useHref();
  const wanted = /^\s*\d{1,3}\s*$/.test(quantity);
  const source = href(`/pre-orders/${offerId}?quantity=${quantity.trim()}&province=${province}`);
  const data = useAskedSums<{ offer: { sums: PreorderSums } }>(source, changed && wanted);
  return changed && data ? data.offer.sums : known;
}

/** How what the deposit leaves is paid. */
function RestPart({ method, error }: { method: string; error: string | undefined }) {
  return (
    <RadioCards
      legend={m.preorders_rest_title()}
      name="method"
      defaultValue={method}
      error={error ?? null}
      choices={[
        { value: 'cod', title: m.preorders_rest_cod(), note: m.preorders_rest_cod_note(), sign: 'truck' },
        {
          ...{ value: 'vietqr', title: m.preorders_rest_vietqr(), sign: 'scan' },
          note: m.preorders_rest_vietqr_note(),
        },
      ]}
    />
  );
}

/** How much of a week's fruit, for whom and where to, and how the rest is paid. Works without script. */
export function PreorderForm({ offer, quantity, prices, freshKey, terms, refused }: PreorderFormProps) {
  const locale = useLocale();
  const sending = useNavigation().state === 'submitting';
  const [firstKey] = useState(freshKey);
  const shown = { ...NOTHING_YET, key: firstKey, quantity: String(quantity), ...refused?.shown };
  const beside = refused?.beside ?? {};
  const [picked, setPicked] = useState<{ quantity?: string; province?: string }>({});
  // What was picked before an answer is in the answer.
  useEffect(() => setPicked({}), [refused]);
  const provinceCode = picked.province ?? shown.province.code;
  const chosen = picked.quantity ?? shown.quantity;
  const known = refused?.sums ?? offer.sums;
  const changed = picked.quantity !== undefined || picked.province !== undefined;
  const sums = useSums(offer.offerId, known, chosen, provinceCode, changed);
  return (
    <Form method="post" noValidate>
      {refused ? (
        <NotTaken key={JSON.stringify(refused)} title={m.checkout_mend_title()} words={refused.above} />
      ) : null}
      <input type="hidden" name="key" value={shown.key} />
      <input type="hidden" name="seenTotal" value={sums.total} />
      <div className="grid gap-10 lg:grid-cols-[3fr_2fr]">
        <div className="space-y-10">
          <Field label={HOW_MANY[offer.product.saleUnit]()} error={beside.quantity ?? null}>
            <QuantityStepper
              name="quantity"
              defaultValue={shown.quantity}
              most={offer.unitsLeft}
              onChange={({ value }) => setPicked((before) => ({ ...before, quantity: value }))}
            />
          </Field>
          <WhoPart buyerName={shown.buyerName} phone={shown.phone} beside={beside} />
          <WherePart
            {...shown}
            beside={beside}
            provinceCode={provinceCode}
            onProvince={(province) => setPicked((before) => ({ ...before, province }))}
          />
          <RestPart method={shown.method} error={beside.method} />
        </div>
        <div className="lg:sticky lg:top-6 lg:self-start">
          <PreorderSummary sums={sums} prices={prices} />
          <p className="mt-3 text-14 text-muted">{m.checkout_consent()}</p>
          <ConsentBoxes wordings={terms.wordings} purposes={['news_sms']} ticked={shown.consents} />
          <BeforeYouOrder />
          <TermsSentence inForce={terms.inForce} />
        </div>
      </div>
      <div className="sticky bottom-0 z-10 -mx-4 mt-6 flex items-center justify-between gap-4 border-t-2 border-rind bg-paper px-4 py-3 sm:mx-0 sm:px-0">
        <p>
          <span className="block text-14 text-muted">{m.preorders_order_deposit()}</span>
          <span className="text-22 font-extrabold whitespace-nowrap">{formatDong(sums.deposit, locale)}</span>
        </p>
        <Button tall disabled={sending} className="max-sm:grow">
          {sending ? m.checkout_placing() : m.preorders_place()}
        </Button>
      </div>
    </Form>
  );
}
