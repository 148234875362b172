import type { ApiOutputs } from '@baunghe/api';
import { Form } from '@remix-run/react';
import { type ReactNode, useId } from 'react';
import { Button, LinkButton } from '~/components/button';
import { carrierName, carrierStateWords } from '~/components/carrier-state-words';
import { formatDong, formatInstant } from '~/format';
import { reasonWords } from '~/office/carriers/reason-words';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';
import { type Carried, CarrierFacts } from './carrier-facts';
import { CarrierTrouble } from './carrier-trouble';
import { type FormState, type Order, stateOf } from './form-state';

type Consignment = Carried['consignments'][number];
type PartProps = FormState & {
  order: Order;
  carried: Carried;
  offered: ApiOutputs['carriers']['offered'];
  packs: boolean;
};

/** The carrier that has the order, or would not give it back, with its number: what the form of handing over begins with. */
export function bookedIn({ consignments }: Carried): { carrier: string; tracking: string } | null {
  const has = consignments.find(({ state }) => state === 'booked' || state === 'unwanted');
  return has?.tracking ? { carrier: carrierName(has.carrier), tracking: has.tracking } : null;
}

/** What the carrier that is spoken to was asked for this order, what it says, and what can be asked of it now. */
export function CarrierPart({ order, carried, offered, packs, ...form }: PartProps) {
  const heading = useId();
  const { ward } = carried;
  const [newest] = carried.consignments;
  const spokenTo = offered.find(({ key }) => key !== 'by_hand');
  const mayWant =
    packs && spokenTo && order.state === 'packed' && !['wanted', 'booked'].includes(newest?.state ?? '');
  if (!newest && order.state !== 'packed') return null;
  const last = carried.events.at(-1);
  const reason = last && last.tracking === newest?.tracking ? last.reason : null;
  return (
    <section aria-labelledby={heading} className="grid gap-3 border-l-4 border-rind pl-4">
      <h2 id={heading} className="text-22">
        {m.carriers_title()}
      </h2>
      {newest ? (
        <TheConsignment consignment={newest} {...{ reason, packs }} ward={carried.wardTold} {...form}>
          {mayWant && (newest.wardUnknown || ward) ? <ChooseWard code={order.code} ward={ward} /> : null}
        </TheConsignment>
      ) : null}
      <Cash cash={carried.cash} />
      <Told carried={carried} />
      {mayWant ? <Want order={order} again={newest !== undefined} {...form} /> : null}
      {spokenTo ? null : <p className="text-muted">{m.carriers_not_set_up()}</p>}
      {spokenTo && !spokenTo.hears ? <p className="text-14 text-muted">{m.carriers_no_calls()}</p> : null}
    </section>
  );
}

/** What the carrier calls the ward of the order, and where another of its list is chosen. */
function ChooseWard({ code, ward }: { code: string; ward: Carried['ward'] }) {
  const href = useHref();
  return (
    <div className="grid justify-items-start gap-2">
      {ward ? <p>{m.carriers_ward_kept({ name: ward.name })}</p> : null}
      <LinkButton to={href(`/office/orders/${code}/ward`)}>{m.carriers_ward_choose()}</LinkButton>
    </div>
  );
}

/** Whether the carrier still holds what it collected. */
function Cash({ cash }: { cash: Carried['cash'] }) {
  const locale = useLocale();
  if (!cash) return null;
  const words = { carrier: carrierName(cash.carrier), amount: formatDong(cash.amount, locale) };
  return (
    <p>
      {cash.handedOverAt
        ? m.carriers_cash_given({ ...words, at: formatInstant(cash.handedOverAt, locale) })
        : m.carriers_cash_kept(words)}
    </p>
  );
}

function Want({ order, again, ...form }: FormState & { order: Order; again: boolean }) {
  const { key } = stateOf(form, 'want');
  return (
    <Form method="post" preventScrollReset className="grid gap-2">
      <input type="hidden" name="act" value="want" />
      <input type="hidden" name="key" value={key} />
      <input type="hidden" name="orderId" value={order.id} />
      <p className="text-muted">{m.carriers_want_text()}</p>
      <div>
        <Button>{again ? m.carriers_want_again() : m.carriers_want_do()}</Button>
      </div>
    </Form>
  );
}

const STATE: Record<Consignment['state'], (named: { carrier: string }) => string> = {
  wanted: m.carriers_is_wanted,
  booked: m.carriers_is_booked,
  refused: m.carriers_is_refused,
  unwanted: m.carriers_is_unwanted,
  cancelled: m.carriers_is_cancelled,
};

function TheConsignment({
  consignment,
  reason,
  ward,
  packs,
  children,
  ...form
}: FormState & {
  consignment: Consignment;
  /** Why the newest of what it told is so. */
  reason: Carried['events'][number]['reason'];
  ward: Carried['wardTold'];
  packs: boolean;
  children: ReactNode;
}) {
  const { state, wantsStaff } = consignment;
  const carrier = carrierName(consignment.carrier);
  const here = [null, 'waiting', 'collecting'].includes(consignment.whereabouts);
  const stuck = state === 'unwanted' && consignment.dueAt === null;
  return (
    <>
      <p className="font-semibold">{STATE[state]({ carrier })}</p>
      <CarrierTrouble consignment={consignment} reason={reason} />
      {children}
      <CarrierFacts consignment={consignment} carrier={carrier} ward={ward} />
      {packs ? (
        <div className="flex flex-wrap gap-3">
          {state === 'wanted' || (state === 'booked' && here) || stuck ? (
            <Ask act="unwant" consignment={consignment} {...form}>
              {stuck ? m.carriers_unwant_again() : m.carriers_unwant_do({ carrier })}
            </Ask>
          ) : null}
          {wantsStaff ? (
            <Ask act="looked" consignment={consignment} {...form}>
              {m.carriers_looked_do()}
            </Ask>
          ) : null}
        </div>
      ) : null}
    </>
  );
}

type AskProps = FormState & { act: 'unwant' | 'looked'; consignment: Consignment; children: string };

function Ask({ act, consignment, children, ...form }: AskProps) {
  const { key } = stateOf(form, act);
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="key" value={key} />
      <input type="hidden" name="consignmentId" value={consignment.id} />
      <Button kind="quiet">{children}</Button>
    </Form>
  );
}

function Told({ carried: { events } }: { carried: Carried }) {
  const locale = useLocale();
  const [first] = events;
  if (!first) return null;
  return (
    <div>
      <h3 className="text-18">{m.carriers_events({ carrier: carrierName(first.carrier) })}</h3>
      <ol className="mt-1 divide-y divide-line">
        {events.map(({ said, state, at, reason }) => (
          <li key={`${said} ${+at}`} className="py-2">
            {carrierStateWords(state)} {reason ? <span className="block">{reasonWords(reason)}</span> : null}
            <span className="block text-14 text-muted">
              {formatInstant(at, locale)} · <code>{said}</code>
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
