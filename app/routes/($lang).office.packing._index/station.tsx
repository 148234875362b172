import { Form, useLoaderData } from '@remix-run/react';
import { type KeyboardEvent, type RefObject, useRef } from 'react';
import { Button, LinkButton } from '~/components/button';
import { Field } from '~/components/field';
import { NumberInput, TextInput } from '~/components/inputs';
import { Notice } from '~/components/notice';
import { formatKilograms, formatWeekday } from '~/format';
import { nameIn } from '~/name-in';
import type { Problem } from '~/office/refusals.server';
import { ScaleButton } from '~/packing/scale-button';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';
import type { atTheTable } from './at-the-table.server';
import { ScanCamera } from './scan-camera';
import { EachChoice, ScanLog } from './scan-log';
import { useFastScans } from './use-fast-scans';

type ScanFormProps = {
  refused: Refused;
  form: RefObject<HTMLFormElement>;
  onScanKey: (event: KeyboardEvent<HTMLInputElement>) => void;
};
type Refused = { typed: Record<string, string>; problem: Problem } | null;

/** The order at the table: what is left of it, and the form that a crate's code and a weight go into. */
export function Station({ refused }: { refused: Refused }) {
  const { order } = useLoaderData<typeof atTheTable>();
  const locale = useLocale();
  const href = useHref();
  const form = useRef<HTMLFormElement>(null);
  const { onScanKey, scans } = useFastScans(form, order?.code ?? '');
  if (!order) return null;
  const open = order.lines.filter((line) => line.packedUnits < line.quantity);
  return (
    <section className="grid gap-5">
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <h2 className="text-28">{m.packing_order({ code: order.code })}</h2>
        <LinkButton kind="quiet" to={href(`/office/orders/${order.code}`)}>
          {m.packing_order_page()}
        </LinkButton>
      </div>
      <p className="text-18">
        {order.buyer.name}
        {order.day ? ` · ${m.packing_leaves({ day: formatWeekday(order.day.leaveOn, locale) })}` : ''}
      </p>
      <ul className="border-t-2 border-ink">
        {order.lines.map((line) => (
          <li key={line.id} className="flex flex-wrap justify-between gap-x-4 border-b border-line py-3">
            <span className="text-22 font-extrabold">{nameIn(line.product, locale)}</span>
            <span className="text-22">{m.packing_line({ packed: line.packedUnits, of: line.quantity })}</span>
            <span className="w-full text-muted">
              {m.packing_line_unit({
                grade: line.product.grade,
                grams: formatKilograms(line.unitGrams, locale),
              })}
            </span>
          </li>
        ))}
      </ul>
      {order.state === 'placed' && open.length > 0 ? (
        <ScanForm refused={refused} form={form} onScanKey={onScanKey} />
      ) : (
        <Done />
      )}
      <ScanLog scans={scans} />
    </section>
  );
}

function ScanForm({ refused, form, onScanKey }: ScanFormProps) {
  const { order, crate, key, packed, lotAsked } = useLoaderData<typeof atTheTable>();
  const locale = useLocale();
  const href = useHref();
  if (!order) return null;
  const typed: Record<string, string | undefined> = refused?.typed ?? {};
  const beside: Record<string, string | undefined> = refused?.problem.beside ?? {};
  const lot = crate?.batch ?? typed.lot ?? '';
  return (
    <Form
      ref={form}
      // Anew after a page's own answer, never while a scanner types on.
      key={`${lotAsked} ${packed}`}
      method="post"
      action={href('/office/packing?index')}
      noValidate
      className="grid gap-5 border-l-4 border-rind pl-4"
    >
      <input type="hidden" name="key" value={typed.key || key} />
      <input type="hidden" name="orderId" value={order.id} />
      <input type="hidden" name="code" value={order.code} />
      <input type="hidden" name="lot" value={lot} />
      <Field label={m.packing_scan()} hint={m.packing_scan_hint()} error={beside.scan}>
        <TextInput
          name="scan"
          lang="en"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          autoFocus={!lot}
          defaultValue={typed.scan}
          onKeyDown={onScanKey}
          className="min-h-16 text-22"
        />
      </Field>
      <ScanCamera form={form} />
      {lot ? (
        <p className="rounded-crate bg-leaf p-4 text-22 font-extrabold">
          {m.packing_crate({ batch: lot })}
          {crate ? (
            <span className="block text-16 font-normal">
              {m.packing_crate_left({ grams: formatKilograms(crate.gramsForLine, locale) })}
            </span>
          ) : null}
        </p>
      ) : null}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={m.packing_weight()} error={beside.grams}>
          <NumberInput
            name="kg"
            unit="kg"
            autoFocus={lot !== ''}
            defaultValue={typed.kg}
            className="min-h-16 text-28"
          />
        </Field>
        <Field label={m.packing_units()} error={beside.units}>
          <NumberInput
            name="units"
            inputMode="numeric"
            defaultValue={typed.units ?? '1'}
            className="min-h-16 text-28"
          />
        </Field>
      </div>
      <ScaleButton form={form} />
      {beside.lotReason ? (
        <Field label={m.stock_pack_reason()} hint={m.stock_pack_reason_hint()} error={beside.lotReason}>
          <TextInput name="lotReason" autoComplete="off" defaultValue={typed.lotReason} maxLength={200} />
        </Field>
      ) : null}
      <Button wide tall>
        {m.packing_pack()}
      </Button>
      <EachChoice />
    </Form>
  );
}

/** The order is packed, or cannot be: the way to the next. */
function Done() {
  const href = useHref();
  return (
    <div className="grid gap-4">
      <Notice tone="good" title={m.packing_order_done()} />
      <LinkButton to={href('/office/packing')} wide tall>
        {m.packing_next()}
      </LinkButton>
    </div>
  );
}
