import { Form } from '@remix-run/react';
import { useState } from 'react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { NumberInput, Select, TextArea, TextInput } from '~/components/inputs';
import { formatKilograms } from '~/format';
import { nameIn } from '~/name-in';
import { weekWords } from '~/orchard/week-bars';
import * as m from '~/paraglide/messages.js';
import { PlaceFields, type ShownPlace } from '~/shop/checkout-parts';
import { useLocale } from '~/use-locale';
import { type BulkInOffice, QuoteLines } from './quote-lines';

/** A hand-over place as the form shows it. */
export type ShownHandOver = { province: ShownPlace; ward: ShownPlace; street: string };

type QuoteFormProps = {
  bulk: BulkInOffice;
  typed: Record<string, string>;
  handOver: ShownHandOver;
  beside: Record<string, string>;
};

/** Answers a request with prices; a quote that was given before is replaced. */
export function QuoteForm({ bulk, typed, handOver, beside }: QuoteFormProps) {
  return (
    <Form method="post" noValidate className="grid gap-5">
      <input type="hidden" name="key" value={typed.key} />
      <QuoteLines supply={bulk.supply} typed={typed} beside={beside} />
      <FromWhere bulk={bulk} typed={typed} beside={beside} />
      <div className="grid gap-4 sm:grid-cols-2 sm:items-end">
        <Field label={m.bulk_office_delivery()} error={beside.delivery}>
          <NumberInput name="delivery" unit="₫" inputMode="numeric" defaultValue={typed.delivery} />
        </Field>
        <Field
          label={m.bulk_office_valid_until()}
          hint={m.bulk_office_valid_until_hint()}
          error={beside.validUntil}
        >
          <TextInput type="date" name="validUntil" defaultValue={typed.validUntil} />
        </Field>
      </div>
      {bulk.kind === 'export' ? <HandOver handOver={handOver} beside={beside} /> : null}
      <Field label={m.bulk_office_message()} optional error={beside.message}>
        <TextArea name="message" rows={3} defaultValue={typed.message} />
      </Field>
      <div>
        <Button name="act" value="quote">
          {bulk.quotes.length > 0 ? m.bulk_office_quote_again() : m.bulk_office_quote()}
        </Button>
      </div>
    </Form>
  );
}

/** Whether its fruit is in the store or of a harvest week that is offered ahead, and the deposit for the latter. */
function FromWhere({ bulk, typed, beside }: Omit<QuoteFormProps, 'handOver'>) {
  const locale = useLocale();
  const { products, offers } = bulk.supply;
  return (
    <div className="grid gap-4 sm:grid-cols-2 sm:items-end">
      <Field label={m.bulk_office_from()} hint={m.bulk_office_from_hint()} error={beside.offerId}>
        <Select name="offerId" defaultValue={typed.offerId}>
          <option value="">{m.bulk_office_from_store()}</option>
          {offers.map(({ id, productId, monday, gramsLeft }) => {
            const product = products.find((each) => each.id === productId);
            return (
              <option key={id} value={id}>
                {weekWords(monday, locale)} · {product ? nameIn(product, locale) : productId} ·{' '}
                {formatKilograms(gramsLeft, locale)}
              </option>
            );
          })}
        </Select>
      </Field>
      <Field
        label={m.bulk_office_deposit()}
        hint={m.bulk_office_deposit_hint()}
        optional
        error={beside.deposit ?? beside['deposit.dong'] ?? beside['deposit.percent']}
      >
        <TextInput name="deposit" defaultValue={typed.deposit} autoComplete="off" />
      </Field>
    </div>
  );
}

/** Where inside the country export fruit is handed over. */
function HandOver({ handOver, beside }: Pick<QuoteFormProps, 'handOver' | 'beside'>) {
  const [picked, setPicked] = useState<string | null>(null);
  const said = {
    ...beside,
    province: beside.province ?? beside['handOver.provinceCode'] ?? '',
    ward: beside.ward ?? beside['handOver.wardCode'] ?? '',
    street: beside['handOver.street'] ?? '',
  };
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-1 text-18 font-extrabold">{m.bulk_office_hand_over()}</legend>
      <p className="text-14 text-muted">{m.bulk_office_hand_over_hint()}</p>
      <PlaceFields
        {...handOver}
        beside={said}
        provinceCode={picked ?? handOver.province.code}
        onProvince={setPicked}
      />
    </fieldset>
  );
}
