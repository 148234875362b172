import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { type Column, DataTable } from '~/components/data-table';
import { formatKilograms } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';
import { More } from './list-parts';
import { FATES, type RecallShown } from './recall-words';

type Call = RecallShown['calls'][number];
type CallsProps = { recall: RecallShown; formKey: string; manages: boolean };

/** How many were told and answered, and who is to be called, with what they then say. */
export function Calls({ recall, formKey, manages }: CallsProps) {
  const href = useHref();
  const { told, perPage, code } = recall;
  const answered =
    recall.answers.destroyed.buyers + recall.answers.eaten.buyers + recall.answers.giving_back.buyers;
  const calls = recall.calls.slice(0, perPage);
  const columns = useColumns(formKey, manages && !recall.endedAt);
  return (
    <section className="grid gap-3">
      <h2 className="text-22">{m.recall_told_title()}</h2>
      <p>{m.recall_told({ buyers: told.buyers, sms: told.bySms, answered })}</p>
      {calls.length === 0 && told.buyers > 0 ? <p>{m.recall_calls_none()}</p> : null}
      {calls.length > 0 ? (
        <DataTable
          captionShown
          caption={m.recall_calls_title()}
          rows={calls}
          rowKey={({ buyerId }) => buyerId}
          columns={columns}
        />
      ) : null}
      <More
        there={recall.calls.length > perPage}
        to={href(`/office/recall/${code}?after=${calls.at(-1)?.buyerId}`)}
      />
    </section>
  );
}

function useColumns(formKey: string, notes: boolean): Column<Call>[] {
  const locale = useLocale();
  const columns: Column<Call>[] = [
    { key: 'name', head: m.recall_col_buyer(), names: true, cell: ({ name }) => name },
    {
      key: 'phone',
      head: m.recall_col_phone(),
      cell: ({ phone }) => (
        <a href={`tel:${phone}`} className="inline-flex min-h-11 items-center text-rind underline">
          {phone}
        </a>
      ),
    },
    { key: 'orders', head: m.recall_col_order(), cell: ({ orderCodes }) => orderCodes.join(', ') },
    {
      key: 'kg',
      head: m.recall_col_kg(),
      figures: true,
      cell: ({ grams }) => formatKilograms(grams, locale),
    },
  ];
  const heard = (call: Call) => <HeardForm call={call} formKey={formKey} />;
  return notes ? [...columns, { key: 'heard', head: m.recall_col_heard(), cell: heard }] : columns;
}

function HeardForm({ call: { buyerId, name }, formKey }: { call: Call; formKey: string }) {
  return (
    <Form method="post" preventScrollReset className="flex flex-wrap gap-2">
      <input type="hidden" name="act" value="heard" />
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="buyerId" value={buyerId} />
      <select
        name="fate"
        aria-label={m.recall_heard_of({ name })}
        className="min-h-11 rounded-crate border-2 border-edge bg-card px-2"
      >
        <option value="">{m.recall_heard_choose()}</option>
        {Object.entries(FATES).map(([fate, words]) => (
          <option key={fate} value={fate}>
            {words()}
          </option>
        ))}
      </select>
      <Button kind="quiet">{m.recall_heard_do()}</Button>
    </Form>
  );
}
