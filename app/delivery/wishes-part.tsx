import { type ReactNode, useId } from 'react';
import { Field } from '~/components/field';
import { TextArea, TextInput } from '~/components/inputs';
import { RadioCards } from '~/components/radio-cards';
import * as m from '~/paraglide/messages.js';
import type { SentWishes } from './wished';

type Beside = Readonly<Record<string, string>>;
type FoldProps = { wishes: SentWishes; beside: Beside };

/** What may be wished beside the fruit, folded away until somebody wants it; opened without script too. */
export function WishesPart({ ripens, ...fold }: FoldProps & { ripens: boolean }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="space-y-4">
      <h2 id={id} className="border-b-2 border-ink pb-1 text-22">
        {m.delivery_wishes_title()}
      </h2>
      <div className="divide-y divide-line border-b border-line">
        {ripens ? <RipenessFold {...fold} /> : null}
        <GiftFold {...fold} />
        <InvoiceFold {...fold} />
      </div>
    </section>
  );
}

function Fold({ title, open, children }: { title: string; open: boolean; children: ReactNode }) {
  return (
    <details open={open} className="py-1">
      <summary className="min-h-11 cursor-pointer py-2.5 font-semibold text-rind">{title}</summary>
      <div className="space-y-4 pt-2 pb-4">{children}</div>
    </details>
  );
}

function Tick({ name, ticked, children }: { name: string; ticked: boolean; children: ReactNode }) {
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-3">
      <input type="checkbox" name={name} value="yes" defaultChecked={ticked} className="size-6 accent-rind" />
      {children}
    </label>
  );
}

function RipenessFold({ wishes }: FoldProps) {
  const choices = [
    { value: 'any', title: m.delivery_ripe_any() },
    { value: 'eat_now', title: m.delivery_ripe_eat_now() },
    { value: 'in_days', title: m.delivery_ripe_in_days() },
  ];
  return (
    <Fold title={m.delivery_ripe_title()} open={!['', 'any'].includes(wishes.ripeness)}>
      <RadioCards
        legend={m.delivery_ripe_legend()}
        hint={m.delivery_ripe_hint()}
        name="ripeness"
        columns={3}
        choices={choices}
        defaultValue={wishes.ripeness || 'any'}
      />
    </Fold>
  );
}

function GiftFold({ wishes, beside }: FoldProps) {
  const { giftNote, noPrices, recipientName, recipientPhone } = wishes;
  const error = (field: string) => beside[field] ?? null;
  return (
    <Fold
      title={m.delivery_gift_title()}
      open={noPrices || [giftNote, recipientName, recipientPhone].some((typed) => typed !== '')}
    >
      <Field label={m.delivery_gift_recipient()} optional error={error('recipientName')}>
        <TextInput name="recipientName" defaultValue={recipientName} autoComplete="off" />
      </Field>
      <Field label={m.delivery_gift_recipient_phone()} optional error={error('recipientPhone')}>
        <TextInput
          name="recipientPhone"
          type="tel"
          inputMode="tel"
          defaultValue={recipientPhone}
          autoComplete="off"
        />
      </Field>
      <Field
        label={m.delivery_gift_note()}
        hint={m.delivery_gift_note_hint()}
        optional
        error={error('giftNote')}
      >
        <TextArea name="giftNote" rows={3} maxLength={200} defaultValue={giftNote} />
      </Field>
      <Tick name="noPrices" ticked={noPrices}>
        {m.delivery_gift_no_prices()}
      </Tick>
      <p className="text-14 text-muted">{m.delivery_gift_cod()}</p>
    </Fold>
  );
}

function InvoiceFold({ wishes, beside }: FoldProps) {
  const { wantsInvoice, company, taxCode, companyAddress, email } = wishes;
  const error = (field: string) => beside[field] ?? null;
  return (
    <Fold
      title={m.delivery_invoice_title()}
      open={wantsInvoice || [company, taxCode, companyAddress, email].some((typed) => typed !== '')}
    >
      <Tick name="wantsInvoice" ticked={wantsInvoice}>
        {m.delivery_invoice_want()}
      </Tick>
      <Field label={m.delivery_invoice_company()} error={error('company')}>
        <TextInput name="company" defaultValue={company} autoComplete="organization" />
      </Field>
      <Field
        label={m.delivery_invoice_tax_code()}
        hint={m.delivery_invoice_tax_code_hint()}
        error={error('taxCode')}
      >
        <TextInput name="taxCode" inputMode="text" defaultValue={taxCode} autoComplete="off" />
      </Field>
      <Field label={m.delivery_invoice_address()} error={error('companyAddress')}>
        <TextInput name="companyAddress" defaultValue={companyAddress} autoComplete="off" />
      </Field>
      <Field label={m.delivery_invoice_email()} error={error('email')}>
        <TextInput name="email" type="email" inputMode="email" defaultValue={email} autoComplete="email" />
      </Field>
    </Fold>
  );
}
