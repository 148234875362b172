import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { NumberInput, PhotoInput, TextInput } from '~/components/inputs';
import { Notice } from '~/components/notice';
import { RadioCards } from '~/components/radio-cards';
import { formatDay, formatKilograms } from '~/format';
import { nameIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import { CameraChoice } from './camera';
import { type FormState, type LotChoice, type Order, stateOf } from './form-state';
import { unitQuestion, unitWords } from './unit-words';

type PackProps = FormState & { order: Order; lotsFor: Record<string, LotChoice[]>; hasCamera: boolean };

/** Packing: for each line that is not done, which lot, how many, how heavy. */
export function Pack({ order, lotsFor, hasCamera, ...form }: PackProps) {
  if (order.state !== 'placed') return null;
  const unpaid = order.method === 'vietqr' && order.payment.state !== 'received';
  return (
    <section>
      <h2 className="mb-3 text-22">{m.office_order_pack_title()}</h2>
      {unpaid ? (
        <Notice tone="plain" title={m.office_order_pack_wait()} />
      ) : (
        <div className="grid gap-8">
          {order.lines
            .filter((line) => line.packedUnits < line.quantity)
            .map((line) => (
              <PackLine
                key={line.id}
                order={order}
                line={line}
                lots={lotsFor[line.id] ?? []}
                hasCamera={hasCamera}
                {...form}
              />
            ))}
        </div>
      )}
    </section>
  );
}

type PackLineProps = FormState & {
  order: Order;
  line: Order['lines'][number];
  lots: LotChoice[];
  hasCamera: boolean;
};

function PackLine({ order, line, lots, hasCamera, ...form }: PackLineProps) {
  const locale = useLocale();
  const { key, typed, beside } = stateOf(form, 'pack', { lineId: line.id });
  const left = line.quantity - line.packedUnits;
  const product = nameIn(line.product, locale);
  const most = line.product.saleUnit === 'box' ? 1 : left;
  return (
    <Form
      method="post"
      encType="multipart/form-data"
      noValidate
      preventScrollReset
      className="grid gap-4 border-l-4 border-rind pl-4"
    >
      <input type="hidden" name="act" value="pack" />
      <input type="hidden" name="key" value={key} />
      <input type="hidden" name="orderId" value={order.id} />
      <input type="hidden" name="lineId" value={line.id} />
      <h3 className="text-18">
        {m.office_order_pack_line({ product, left: unitWords(line.product.saleUnit, left) })}
      </h3>
      <ChooseLot lots={lots} chosen={typed.lotId} error={beside.lotId} />
      {lots.length > 0 ? (
        // Anew after every box, so that the units left are offered again.
        <div key={line.packedUnits} className="grid gap-4 sm:grid-cols-[1fr_1fr_auto] sm:items-start">
          <Field label={unitQuestion(line.product.saleUnit)} error={beside.units}>
            <NumberInput name="units" inputMode="numeric" defaultValue={typed.units ?? most} required />
          </Field>
          <Field label={m.office_order_pack_weight()} error={beside.grams}>
            <NumberInput name="kg" unit="kg" defaultValue={typed.kg} required />
          </Field>
          <PackPhoto error={beside.photo} />
          {lots.length > 1 ? (
            <div className="sm:col-span-3">
              <Field
                label={m.stock_pack_reason()}
                hint={m.stock_pack_reason_hint()}
                error={beside.lotReason}
                optional
              >
                <TextInput
                  name="lotReason"
                  autoComplete="off"
                  defaultValue={typed.lotReason}
                  maxLength={200}
                />
              </Field>
            </div>
          ) : null}
          <div className="sm:pt-7.5">
            <Button className="min-h-12 w-full">{m.office_order_pack_do()}</Button>
          </div>
          {hasCamera ? <CameraChoice chosen={typed.kg === undefined || typed.camera === 'yes'} /> : null}
          <p className="text-14 text-muted sm:col-span-3">
            {line.byWeight
              ? m.buying_pack_range({
                  least: formatKilograms(line.unitGrams, locale),
                  most: formatKilograms(line.byWeight.mostGrams, locale),
                })
              : m.office_order_pack_units_hint({
                  unit: unitWords(line.product.saleUnit, 1),
                  grams: formatKilograms(line.unitGrams, locale),
                })}
          </p>
        </div>
      ) : null}
    </Form>
  );
}

function PackPhoto({ error }: { error?: string }) {
  return (
    <div className="sm:col-span-2">
      <Field
        label={m.office_order_pack_photo()}
        hint={m.office_order_pack_photo_hint()}
        error={error}
        optional
      >
        <PhotoInput name="photo" />
      </Field>
    </div>
  );
}

function ChooseLot({ lots, chosen, error }: { lots: LotChoice[]; chosen?: string; error?: string }) {
  const locale = useLocale();
  if (lots.length === 0) return <Notice tone="care" title={m.office_order_pack_no_lots()} />;
  return (
    <RadioCards
      legend={m.office_order_pack_lot()}
      name="lotId"
      required
      defaultValue={lots.some((lot) => lot.lotId === chosen) ? chosen : lots[0]?.lotId}
      error={error}
      choices={lots.map((lot) => ({
        value: lot.lotId,
        title: `${lot.batch} · ${lot.plotName}`,
        note: (
          <>
            {m.office_order_pack_lot_days({
              cut: formatDay(lot.cutOn, locale),
              best: formatDay(lot.bestBefore, locale),
            })}
            {lot.promisedGrams > 0 ? (
              <span className="block font-semibold text-rind">
                {m.office_order_pack_lot_promised({ grams: formatKilograms(lot.promisedGrams, locale) })}
              </span>
            ) : null}
          </>
        ),
        aside: m.office_order_pack_lot_available({ grams: formatKilograms(lot.gramsForLine, locale) }),
      }))}
    />
  );
}
