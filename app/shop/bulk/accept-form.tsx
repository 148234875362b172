import { Form, useNavigation } from '@remix-run/react';
import { Button } from '~/components/button';
import { Notice } from '~/components/notice';
import { RadioCards, type RadioChoice } from '~/components/radio-cards';
import { formatDong } from '~/format';
import { BeforeYouOrder, TermsSentence } from '~/law/before-you-order';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import type { OwnBulk } from './bulk-words';

type AcceptFormProps = {
  bulk: OwnBulk;
  quote: OwnBulk['quotes'][number];
  inForce: readonly { slug: string; number: number }[];
  formKey: string;
  refused: { method: string; said: { beside: Record<string, string> } } | null;
};

/** Takes the quote: how it is paid, what must be known before a contract, and the button that makes the order. */
export function AcceptForm({ bulk, quote, inForce, formKey, refused }: AcceptFormProps) {
  const locale = useLocale();
  const sending = useNavigation().state === 'submitting';
  if (bulk.kind === 'export' && !quote.handOver) return <Notice tone="plain">{m.bulk_no_hand_over()}</Notice>;
  const ahead = quote.monday !== null;
  const ways: RadioChoice[] = [
    {
      value: 'vietqr',
      title: ahead ? m.preorders_rest_vietqr() : m.checkout_vietqr(),
      note: ahead ? m.preorders_rest_vietqr_note() : m.bulk_transfer_note(),
      sign: 'scan',
    },
    {
      value: 'cod',
      title: ahead ? m.preorders_rest_cod() : m.checkout_cod(),
      note: m.bulk_cash_note(),
      sign: 'truck',
    },
  ];
  const choices = ways.filter(({ value }) => bulk.methods.some((method) => method === value));
  return (
    <Form method="post" noValidate className="space-y-4">
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="quoteId" value={quote.id} />
      <input type="hidden" name="seenTotal" value={quote.total} />
      <RadioCards
        legend={ahead ? m.preorders_rest_title() : m.checkout_method()}
        name="method"
        defaultValue={refused?.method || choices[0]?.value}
        error={refused?.said.beside.method ?? null}
        choices={choices}
      />
      {ahead ? <p>{m.bulk_deposit_note({ deposit: formatDong(quote.deposit, locale) })}</p> : null}
      {bulk.kind === 'export' ? <p>{m.bulk_export_note()}</p> : null}
      <BeforeYouOrder />
      <TermsSentence inForce={inForce} />
      <Button tall disabled={sending} name="act" value="accept">
        {m.bulk_accept({ total: formatDong(quote.total, locale) })}
      </Button>
    </Form>
  );
}
