import { Form, useNavigation } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { Button } from '~/components/button';
import { DayPart } from '~/delivery/day-part';
import { NO_WISHES } from '~/delivery/wished';
import { WishesPart } from '~/delivery/wishes-part';
import { formatDong } from '~/format';
import { BeforeYouOrder, TermsSentence } from '~/law/before-you-order';
import { ConsentBoxes, type ConsentWordings } from '~/law/consent-boxes';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';
import type { FilledIn } from './account/kept-addresses.server';
import { type Beside, PayPart, WherePart, WhoPart } from './checkout-parts';
import { CheckoutSummary } from './checkout-summary';
import type { DeliveryPrices } from './delivery-note';
import { NotTaken } from './not-taken';
import type { Priced } from './place-order.server';
import type { ShownCheckout } from './shown-checkout.server';
import type { Sums } from './sum-lines';
import { useAskedSums } from './use-asked-sums';
import { VoucherPart } from './voucher-part';

type CheckoutFormProps = {
  priced: Priced;
  /** The cart as text, which the form carries. */
  lines: string;
  prices: DeliveryPrices;
  methods: readonly ('cod' | 'vietqr' | 'card')[];
  freshKey: string;
  /** Who and where, of a buyer who is signed in. */
  filled: FilledIn | null;
  /** The versions of the shop's terms that hold, and the words of what may be agreed to beside the order. */
  terms: { inForce: readonly { slug: string; number: number }[]; wordings: ConsentWordings };
  /** Nothing stands above where only a voucher was asked about. */
  refused: { above: string | null; beside: Beside; shown: ShownCheckout } | undefined;
};

const NOWHERE = { text: '', code: '', choices: [] };
const NOTHING_YET = {
  buyerName: '',
  phone: '',
  province: NOWHERE,
  ward: NOWHERE,
  street: '',
  note: '',
  method: 'cod',
  consents: [] as string[],
  wishes: NO_WISHES,
  voucher: '',
  credit: '',
};

type Summed = Sums & Omit<Priced, 'lines' | 'voucher' | 'credit'>;

/** The sums and days for the province picked while typing; those of the page until it is known. */
function useSums(
  priced: Priced,
  lines: string,
  provinceCode: string,
  { province: { code: settledCode }, phone }: Pick<ShownCheckout, 'province' | 'phone'>,
): { sums: Summed; known: boolean } {
  const href = useHref();
  const changed = provinceCode !== settledCode;
  const voucher = priced.voucher?.code ?? '';
  const of = new URLSearchParams({ province: provinceCode, lines, voucher, phone });
  const source = href(`/checkout/sum?${of}`);
  const data = useAskedSums<Summed>(source, changed);
  if (changed) return { sums: data ?? priced, known: data !== undefined };
  return { sums: priced, known: settledCode !== '' };
}

/** The checkout: who, where, how to pay, and the sum that is always in sight. Works without script. */
export function CheckoutForm({
  priced,
  lines,
  prices,
  methods,
  freshKey,
  filled,
  terms,
  refused,
}: CheckoutFormProps) {
  const locale = useLocale();
  const sending = useNavigation().state === 'submitting';
  const [firstKey] = useState(freshKey);
  const shown = { ...NOTHING_YET, key: firstKey, ...filled, ...refused?.shown };
  const beside = refused?.beside ?? {};
  const [picked, setPicked] = useState<string | null>(null);
  // What was picked before an answer is in the answer.
  useEffect(() => setPicked(null), [refused]);
  const provinceCode = picked ?? shown.province.code;
  const byWeight = priced.lines.some((line) => line.estimate !== null);
  const { sums, known } = useSums(priced, lines, provinceCode, shown);
  return (
    <Form method="post" noValidate>
      {refused?.above ? (
        <NotTaken key={JSON.stringify(refused)} title={m.checkout_mend_title()} words={refused.above} />
      ) : null}
      {/* The first button of a form is the one that Enter presses: it orders, and asks about no voucher. */}
      <button type="submit" className="sr-only" tabIndex={-1} aria-hidden="true" />
      <input type="hidden" name="key" value={shown.key} />
      <input type="hidden" name="lines" value={lines} />
      <input type="hidden" name="seenTotal" value={sums.total} />
      <div className="grid gap-10 lg:grid-cols-[3fr_2fr]">
        <div className="space-y-10">
          <WhoPart buyerName={shown.buyerName} phone={shown.phone} beside={beside} />
          <WherePart {...shown} beside={beside} provinceCode={provinceCode} onProvince={setPicked} />
          <DayPart
            key={`${provinceCode} ${sums.days[0]?.leaveOn.toISOString()}`}
            sums={sums}
            known={known}
            chosen={shown.wishes.leaveOn}
            error={beside.leaveOn ?? null}
          />
          <PayPart methods={methods} method={shown.method} beside={beside} />
          <WishesPart wishes={shown.wishes} ripens={sums.ripens} beside={beside} />
        </div>
        <div className="lg:sticky lg:top-6 lg:self-start">
          <CheckoutSummary
            lines={priced.lines}
            sums={{ ...sums, voucherCode: priced.voucher?.code ?? null }}
            prices={prices}
          />
          <div className="mt-4">
            <VoucherPart
              voucher={shown.voucher}
              credit={shown.credit}
              total={sums.total}
              priced={priced}
              discount={sums.discount ?? 0}
              asked={refused?.above === null}
            />
          </div>
          <p className="mt-3 text-14 text-muted">{m.checkout_consent()}</p>
          <ConsentBoxes wordings={terms.wordings} purposes={['news_sms']} ticked={shown.consents} />
          <BeforeYouOrder />
          <TermsSentence inForce={terms.inForce} />
        </div>
      </div>
      <div className="sticky bottom-0 z-10 -mx-4 mt-6 flex items-center justify-between gap-4 border-t-2 border-rind bg-paper px-4 py-3 sm:mx-0 sm:px-0">
        <p>
          <span className="block text-14 text-muted">
            {byWeight || sums.deliveryFrom !== null ? m.buying_total_most() : m.shop_cart_total()}
          </span>
          <span className="text-22 font-extrabold whitespace-nowrap">{formatDong(sums.total, locale)}</span>
        </p>
        <Button tall disabled={sending} className="max-sm:grow">
          {sending ? m.checkout_placing() : m.checkout_place()}
        </Button>
      </div>
    </Form>
  );
}
