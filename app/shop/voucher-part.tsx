import { useEffect, useRef } from 'react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { formatDong } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import { creditSentence } from './credit-words';
import type { Priced } from './place-order.server';
import { voucherSentence } from './voucher-words';

type VoucherPartProps = {
  voucher: string;
  /** The code of money kept for the next order, as typed. */
  credit: string;
  /** What the order comes to. */
  total: number;
  priced: Priced;
  /** What the sum that is shown counts off now. */
  discount: number;
  /** Whether this very field was asked about: what it says takes the focus, so that it is heard. */
  asked: boolean;
};

/** The codes of a voucher and of kept money; the button reckons the sum anew without ordering. The fields above it stay as they are typed. */
export function VoucherPart({ voucher, credit, total, priced, discount, asked }: VoucherPartProps) {
  const locale = useLocale();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asked) box.current?.focus();
  }, [asked, priced]);
  const refused = priced.voucher?.refused;
  const taken = priced.voucher && !refused;
  return (
    <div ref={box} tabIndex={-1} className="space-y-2">
      <Field
        label={m.vouchers_field()}
        hint={
          taken
            ? m.vouchers_taken({ code: priced.voucher?.code ?? '', off: formatDong(discount, locale) })
            : null
        }
        error={refused ? voucherSentence(refused, locale) : null}
        optional
      >
        <TextInput
          name="voucher"
          defaultValue={voucher}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={60}
        />
      </Field>
      <details open={credit !== ''}>
        <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold underline underline-offset-4">
          {m.credit_open()}
        </summary>
        <CreditField credit={credit} total={total} priced={priced} />
      </details>
      <Button kind="quiet" name="act" value="voucher">
        {m.vouchers_apply()}
      </Button>
    </div>
  );
}

function CreditField({ credit, total, priced }: Pick<VoucherPartProps, 'credit' | 'total' | 'priced'>) {
  const locale = useLocale();
  const kept = priced.credit;
  const pays = Math.min(kept?.balance ?? 0, total);
  const taken = kept && !kept.refused;
  return (
    <Field
      label={m.credit_field()}
      hint={
        taken
          ? m.credit_taken({
              pays: formatDong(pays, locale),
              left: formatDong(total - pays, locale),
            })
          : m.credit_field_hint()
      }
      error={kept?.refused ? creditSentence(kept.refused) : null}
      optional
    >
      <TextInput
        name="credit"
        defaultValue={credit}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={60}
      />
    </Field>
  );
}
