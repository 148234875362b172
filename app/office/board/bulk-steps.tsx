import { Link } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { Notice } from '~/components/notice';
import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';
import { usePacks } from '../use-packs';
import type { BulkDone } from './bulk-steps.server';

/** The steps that can be taken for all chosen orders at once, under their table. `spokenTo`: whether a carrier is set up. */
export function BulkSteps({ done, spokenTo }: { done: BulkDone | null; spokenTo: boolean }) {
  const href = useHref();
  const packs = usePacks();
  return (
    <fieldset className="writes mt-4 rounded-crate border-2 border-line p-4">
      <legend className="px-1 text-18 font-extrabold">{m.board_bulk_title()}</legend>
      {packs ? <Leave done={done} spokenTo={spokenTo} /> : null}
      <div className="flex flex-wrap gap-3">
        {packs ? (
          <>
            <Print to="/office/orders/labels.pdf">{m.board_bulk_labels()}</Print>
            <Print to="/office/orders/pins.pdf">{m.carriers_bulk_pins()}</Print>
          </>
        ) : null}
        <Print to="/office/orders/slips">{m.carriers_bulk_slips()}</Print>
        <Print to="/office/orders/bills.pdf">{m.carriers_bulk_bills()}</Print>
        {packs ? (
          <Button kind="quiet" formMethod="get" formAction={href('/office/picking')}>
            {m.board_bulk_pick()}
          </Button>
        ) : null}
      </div>
    </fieldset>
  );
}

/** The steps by which orders leave the packing house, for those who pack. */
function Leave({ done, spokenTo }: { done: BulkDone | null; spokenTo: boolean }) {
  return (
    <div className="mb-4 flex flex-wrap items-end gap-x-4 gap-y-3 border-b border-line pb-4">
      <div className="grow basis-56">
        <Field
          label={m.office_order_ship_carrier()}
          hint={spokenTo ? m.carriers_bulk_carrier_hint() : null}
          error={done?.carrier.error ?? null}
        >
          <TextInput name="carrier" autoComplete="off" defaultValue={done?.carrier.typed ?? ''} />
        </Field>
      </div>
      <Button name="act" value="ship">
        {m.board_bulk_ship()}
      </Button>
      <Button name="act" value="deliver" kind="quiet">
        {m.board_bulk_deliver()}
      </Button>
      {spokenTo ? (
        <Button name="act" value="want" kind="quiet">
          {m.carriers_bulk_want()}
        </Button>
      ) : null}
    </div>
  );
}

/** Opens what is printed for all chosen orders beside the board. */
function Print({ to, children }: { to: string; children: string }) {
  const href = useHref();
  return (
    <Button kind="quiet" formMethod="get" formAction={href(to)} formTarget="_blank">
      {children}
    </Button>
  );
}

/** What came of a step: how many it was done to, and of each other why not. */
export function Results({ done }: { done: BulkDone | null }) {
  const href = useHref();
  if (!done) return null;
  if (done.above)
    return (
      <div className="mb-4">
        <Notice tone="care" title={done.above} />
      </div>
    );
  const refused = done.results.filter((each) => each.refused !== null);
  if (done.results.length === 0) return null;
  const counts = { done: done.results.length - refused.length, not: refused.length };
  return (
    <div className="mb-4" role="status">
      <Notice tone={refused.length > 0 ? 'care' : 'good'} title={m.board_bulk_done(counts)}>
        {refused.length > 0 ? (
          <ul>
            {refused.map(({ code, refused: why }) => (
              <li key={code}>
                <Link
                  to={href(`/office/orders/${code}`)}
                  className="font-semibold underline underline-offset-4"
                >
                  {code}
                </Link>
                {': '}
                {why}
              </li>
            ))}
          </ul>
        ) : null}
      </Notice>
    </div>
  );
}
