import { Form } from '@remix-run/react';
import { useRef } from 'react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { NumberInput, PhotoInput, TextInput } from '~/components/inputs';
import { Notice } from '~/components/notice';
import { RadioCards } from '~/components/radio-cards';
import { formatDay, formatKilograms } from '~/format';
import { nameIn } from '~/name-in';
import { SignInElsewhere } from '~/office/sign-in-elsewhere';
import { QueueNotice } from '~/offline/queue-notice';
import { ScanLot } from '~/offline/scan-lot';
import { useOnline } from '~/offline/use-online';
import { useQueuedForm } from '~/offline/use-queued-form';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import { CameraChoice } from './camera';
import { type FormState, type LotChoice, type Order, type RefusedForm, stateOf } from './form-state';
import { unitQuestion, unitWords } from './unit-words';

type PackLineProps = FormState & {
  order: Order;
  line: Order['lines'][number];
  lots: LotChoice[];
  hasCamera: boolean;
};

/** One line of the order: which lot goes into a box, how many, how heavy. */
export function PackLine({ order, line, lots, hasCamera, ...form }: PackLineProps) {
  const locale = useLocale();
  const { queued, key, typed, beside, problem } = usePackForm(form, order, line);
  const left = line.quantity - line.packedUnits;
  const product = nameIn(line.product, locale);
  const most = line.product.saleUnit === 'box' ? 1 : left;
  return (
    <Form
      {...queued.form}
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
      <QueueNotice queued={queued} />
      {problem?.above ? (
        <Notice tone="care" title={problem.above}>
          <SignInElsewhere problem={problem} />
        </Notice>
      ) : null}
      {lots.length > 1 ? <ScanChoice lots={lots} /> : null}
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
          <WithoutSignal hasCamera={hasCamera} />
          <div className="sm:pt-7.5">
            <Button className="min-h-12 w-full" disabled={queued.saving}>
              {m.office_order_pack_do()}
            </Button>
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

/** What was refused, by the page itself or, from the queue, by its own form. */
function usePackForm(form: FormState, order: Order, line: Order['lines'][number]) {
  const known = { lineId: line.id };
  const queued = useQueuedForm<Omit<RefusedForm, 'typed'> & { typed: RefusedForm['typed'] | null }>({
    kind: 'pack',
    of: order.code,
    known,
    answered: undefined,
  });
  const own = queued.refused;
  const refused = own
    ? { act: 'pack' as const, typed: { ...known, ...own.typed }, problem: own.problem }
    : null;
  return {
    queued,
    ...stateOf({ ...form, refused: refused ?? form.refused }, 'pack', known),
    problem: own?.problem,
  };
}

/** The packer's hands are full: what comes later is said before the box is closed. */
function WithoutSignal({ hasCamera }: { hasCamera: boolean }) {
  const online = useOnline();
  if (online) return null;
  return (
    <div className="sm:col-span-3">
      <Notice tone="plain" title={m.offline_pack_label_later()}>
        {hasCamera ? m.offline_pack_no_camera() : null}
      </Notice>
    </div>
  );
}

/** A crate's code chooses its lot. */
function ScanChoice({ lots }: { lots: LotChoice[] }) {
  const place = useRef<HTMLDivElement>(null);
  const choose = (batch: string) => {
    const lot = lots.find((each) => each.batch === batch);
    const radio = place.current?.closest('form')?.querySelector(`input[name=lotId][value="${lot?.lotId}"]`);
    if (!(radio instanceof HTMLInputElement)) return false;
    radio.click();
    return m.offline_scan_found_lot({ batch });
  };
  return (
    <div ref={place}>
      <ScanLot onLot={choose} otherWords={m.offline_scan_lot_not_here()} />
    </div>
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
