import type { ApiOutputs } from '@baunghe/api';
import { Form, Link } from '@remix-run/react';
import { Badge } from '~/components/badge';
import { Button } from '~/components/button';
import { type Column, DataTable } from '~/components/data-table';
import { formatInstant } from '~/format';
import { ruleName } from '~/office/offer-in-office';
import * as m from '~/paraglide/messages.js';
import { unitsWords } from '~/shop/units';
import { useHref, useLocale } from '~/use-locale';

type Offer = Extract<ApiOutputs['preorders']['oneInOffice'], { ok: true }>['value'];
type Part = Offer['share']['parts'][number];

/** Who would get what by the rule if the free fruit were shared out now, and the button that does it. */
export function ShareOut({ offer, manages, formKey }: { offer: Offer; manages: boolean; formKey: string }) {
  const locale = useLocale();
  const columns = useColumns(offer);
  const { parts, units } = offer.share;
  const inUnits = unitsWords(units, offer.product.saleUnit, locale);
  return (
    <section>
      <h2 className="mb-2 text-22">{m.preorders_share_title()}</h2>
      {parts.length === 0 ? (
        <p className="text-muted">{m.preorders_share_none()}</p>
      ) : (
        <>
          <p className="mb-3">
            {m.preorders_share_unpaid()}{' '}
            {m.preorders_share_free({ units: inUnits, rule: ruleName(offer.rule) })}
          </p>
          <DataTable
            caption={m.preorders_share_title()}
            columns={columns}
            rows={parts}
            rowKey={({ orderId }) => orderId}
          />
          {manages && parts.some(({ gets }) => gets > 0) ? (
            <Form method="post" className="mt-4">
              <input type="hidden" name="act" value="share" />
              <input type="hidden" name="key" value={formKey} />
              <Button>{m.preorders_share_do()}</Button>
            </Form>
          ) : null}
        </>
      )}
    </section>
  );
}

/** Ending the offer, behind a fold. */
export function CloseOffer({ formKey }: { formKey: string }) {
  return (
    <details className="max-w-3xl border-t border-line pt-3">
      <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-soil underline underline-offset-4">
        {m.preorders_close_title()}
      </summary>
      <Form method="post" className="mt-3 grid gap-4">
        <input type="hidden" name="act" value="close" />
        <input type="hidden" name="key" value={formKey} />
        <p>{m.preorders_close_text()}</p>
        <div>
          <Button kind="danger">{m.preorders_close_do()}</Button>
        </div>
      </Form>
    </details>
  );
}

function useColumns(offer: Offer): Column<Part>[] {
  const href = useHref();
  const locale = useLocale();
  const units = (count: number) => unitsWords(count, offer.product.saleUnit, locale);
  return [
    {
      ...{ key: 'order', head: m.preorders_col_order(), names: true },
      cell: ({ code }) => (
        <Link
          to={href(`/office/orders/${code}`)}
          className="inline-flex min-h-11 items-center underline underline-offset-4 sm:-my-3"
        >
          {code}
        </Link>
      ),
    },
    { key: 'buyer', head: m.preorders_col_buyer(), cell: ({ buyerName }) => buyerName },
    {
      ...{ key: 'placed', head: m.preorders_col_placed() },
      cell: ({ placedAt }) => formatInstant(placedAt, locale),
    },
    {
      ...{ key: 'deposit', head: m.preorders_col_deposit() },
      cell: ({ depositPaid }) =>
        depositPaid ? (
          <Badge tone="done">{m.preorders_deposit_there()}</Badge>
        ) : (
          <Badge tone="plain">{m.preorders_deposit_missing()}</Badge>
        ),
    },
    { key: 'has', head: m.preorders_col_has(), figures: true, cell: ({ has }) => units(has) },
    { key: 'waits', head: m.preorders_col_waits(), figures: true, cell: ({ waits }) => units(waits) },
    {
      ...{ key: 'gets', head: m.preorders_col_gets(), figures: true },
      cell: ({ gets }) => <strong>{units(gets)}</strong>,
    },
    { key: 'drawn', head: m.preorders_col_drawn(), cell: (part) => <DrawnPart part={part} /> },
  ];
}

const WIDTH = 120;

/** What was ordered as a frame: filled with what is kept already, and lighter with what would come. */
function DrawnPart({ part: { has, waits, gets } }: { part: Part }) {
  const x = (units: number) => (units / (has + waits)) * WIDTH;
  return (
    <svg aria-hidden="true" viewBox={`0 0 ${WIDTH} 16`} width={WIDTH} height="16" className="max-w-full">
      <rect width={x(has)} height="16" fill="var(--color-rind)" />
      <rect x={x(has)} width={x(gets)} height="16" fill="var(--color-flesh)" />
      <rect x="0.5" y="0.5" width={WIDTH - 1} height="15" fill="none" stroke="var(--color-edge)" />
    </svg>
  );
}
