import { useEffect, useRef } from 'react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { formatDong } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import type { Priced } from './place-order.server';
import { voucherSentence } from './voucher-words';

type VoucherPartProps = {
  voucher: string;
  priced: Priced;
  /** What the sum that is shown counts off now. */
  discount: number;
  /** Whether this very field was asked about: what it says takes the focus, so that it is heard. */
  asked: boolean;
};

/** A voucher's code; its button reckons the sum anew without ordering. The fields above it stay as they are typed. */
export function VoucherPart({ voucher, priced, discount, asked }: VoucherPartProps) {
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
      <Button kind="quiet" name="act" value="voucher">
        {m.vouchers_apply()}
      </Button>
    </div>
  );
}
