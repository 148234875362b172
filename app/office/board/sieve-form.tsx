import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { Select, TextInput } from '~/components/inputs';
import { ORDER_STATES, orderStateWords } from '~/office/order-words';
import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';
import { type AskedBoard, EXTRAS } from './asked-board';
import { extraWords } from './board-words';

/** A value to choose and its words. */
export type Choice = { value: string; words: string };

/** What the board can be sifted by, with its words in the reader's language. */
export type Choices = Record<'province' | 'product' | 'variety', Choice[]>;

type SieveProps = { asked: AskedBoard; choices: Choices };

/** Search and sieves of the board, as one form that asks by its address: it works without script. */
export function SieveForm({ asked, choices }: SieveProps) {
  const href = useHref();
  return (
    <Form method="get" action={href('/office/orders')} role="search" className="mb-4 grid gap-3">
      {asked.todo ? <input type="hidden" name="todo" value={asked.todo} /> : null}
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 grow basis-64">
          <Field label={m.board_search()} hint={m.board_search_hint()}>
            <TextInput type="search" name="q" defaultValue={asked.words} maxLength={100} />
          </Field>
        </div>
        <Button>{m.board_search_do()}</Button>
      </div>
      <details className="rounded-crate border-2 border-line p-3">
        <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold underline underline-offset-4">
          {m.board_sieves()}
        </summary>
        <Sieves asked={asked} choices={choices} />
      </details>
    </Form>
  );
}

function Sieves({ asked, choices }: SieveProps) {
  const states = ORDER_STATES.map((state) => ({ value: state, words: orderStateWords(state) }));
  const methods = [
    { value: 'cod', words: m.office_method_cod() },
    { value: 'vietqr', words: m.office_method_vietqr() },
    { value: 'card', words: m.office_method_card() },
  ];
  const paid = [
    { value: 'yes', words: m.office_payment_received() },
    { value: 'no', words: m.office_payment_awaiting() },
  ];
  const sorts = [{ value: 'leave', words: m.board_sort_leave() }];
  return (
    <div className="mt-3 grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      <OneOf label={m.office_order_col_state()} name="state" chosen={asked.state} of={states} />
      <OneOf label={m.board_sieve_method()} name="method" chosen={asked.method} of={methods} />
      <OneOf label={m.board_sieve_paid()} name="paid" chosen={asked.paid} of={paid} />
      <Field label={m.board_sieve_from()}>
        <TextInput type="date" name="from" defaultValue={asked.from} />
      </Field>
      <Field label={m.board_sieve_to()}>
        <TextInput type="date" name="to" defaultValue={asked.to} />
      </Field>
      <OneOf label={m.board_sieve_province()} name="province" chosen={asked.province} of={choices.province} />
      <OneOf label={m.board_sieve_product()} name="product" chosen={asked.product} of={choices.product} />
      <OneOf label={m.board_sieve_variety()} name="variety" chosen={asked.variety} of={choices.variety} />
      <OneOf
        label={m.board_sort()}
        name="sort"
        chosen={asked.sort}
        of={sorts}
        otherwise={m.board_sort_newest()}
      />
      <fieldset className="sm:col-span-2 lg:col-span-3">
        <legend className="font-semibold">{m.board_sieve_has()}</legend>
        <div className="flex flex-wrap gap-x-6">
          {EXTRAS.map((extra) => (
            <label key={extra} className="inline-flex min-h-11 items-center gap-2">
              <input
                type="checkbox"
                name="has"
                value={extra}
                defaultChecked={asked.has.includes(extra)}
                className="size-6 accent-rind"
              />
              {extraWords(extra)}
            </label>
          ))}
        </div>
      </fieldset>
      <div>
        <Button kind="quiet">{m.board_sieve_do()}</Button>
      </div>
    </div>
  );
}

type OneOfProps = { label: string; name: string; chosen: string; of: readonly Choice[]; otherwise?: string };

function OneOf({ label, name, chosen, of, otherwise }: OneOfProps) {
  return (
    <Field label={label}>
      <Select name={name} defaultValue={chosen}>
        <option value="">{otherwise ?? m.board_sieve_any()}</option>
        {of.map(({ value, words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </Select>
    </Field>
  );
}
