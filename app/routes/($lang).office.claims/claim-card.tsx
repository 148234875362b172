import { Form, Link } from '@remix-run/react';
import { Badge } from '~/components/badge';
import { Button } from '~/components/button';
import { formatDong, formatInstant } from '~/format';
import { nameIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { reasonWords } from '~/shop/after/claim-words';
import { ClaimAnswers, ClaimPhotos, claimFruit } from '~/shop/after/own-claims';
import { spacedPhone } from '~/shop/order-road';
import { unitsWords } from '~/shop/units';
import { useHref, useLocale } from '~/use-locale';
import { AnswerForm } from './answer-form';
import type { ClaimFormState, Row } from './claim-row';
import { ClaimWaits } from './claim-waits';

/** One claim: what is wrong with which fruit, whom to call, what was answered and the form for that. */
export function ClaimCard({ claim, ...form }: ClaimFormState & { claim: Row }) {
  return (
    <li className="grid gap-x-10 gap-y-3 border-t border-line pt-4 lg:grid-cols-2">
      <About claim={claim} now={form.now} />
      <div className="grid content-start gap-3">
        {claim.answers.length > 0 ? <ClaimAnswers claim={claim} /> : null}
        <Answering claim={claim} {...form} />
        {form.manages && !claim.erasedAt ? <Erase claim={claim} formKey={form.eraseKeys[claim.id]} /> : null}
      </div>
    </li>
  );
}

function Answering({ claim, ...form }: ClaimFormState & { claim: Row }) {
  if (claim.waiting) return <ClaimWaits claimId={claim.id} waiting={claim.waiting} {...form} />;
  if (claim.granted) return null;
  if (claim.answers.length === 0) return <AnswerForm claim={claim} {...form} />;
  return (
    <details open={form.refused?.of === claim.id}>
      <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold underline underline-offset-4">
        {m.after_office_again()}
      </summary>
      <AnswerForm claim={claim} {...form} />
    </details>
  );
}

function About({ claim, now }: { claim: Row; now: Date }) {
  const locale = useLocale();
  const href = useHref();
  const { order, batches, product } = claim;
  const link = 'inline-flex min-h-11 items-center text-rind underline underline-offset-4';
  return (
    <div>
      <div className="flex flex-wrap items-center gap-3">
        <span className="text-18 font-extrabold">{reasonWords(claim.reason)}</span>
        {claim.late ? <Badge tone="care">{m.after_claim_late()}</Badge> : null}
        {claim.answers.length === 0 ? <Due by={claim.answerBy} now={now} /> : null}
      </div>
      <p>{claimFruit(claim, locale)}</p>
      <p className="text-14 text-muted">
        {m.after_office_about({
          product: nameIn(product, locale),
          units: unitsWords(claim.units, product.saleUnit, locale),
          cost: formatDong(claim.cost, locale),
        })}{' '}
        · {formatInstant(claim.at, locale)}
      </p>
      {claim.words ? <p className="mt-1">{claim.words}</p> : null}
      {claim.erasedAt ? (
        <p className="text-muted">{m.after_claim_erased({ at: formatInstant(claim.erasedAt, locale) })}</p>
      ) : null}
      <ClaimPhotos claim={claim} source={(id) => `/office/claim-photos/${id}`} />
      <p className="mt-2 flex flex-wrap gap-x-5">
        <Link to={href(`/office/orders/${order.code}`)} className={link}>
          {m.office_order_title({ code: order.code })}
        </Link>
        <a href={`tel:${order.phone}`} className={link}>
          {order.buyerName}, {spacedPhone(order.phone)}
        </a>
        {batches.map((batch) => (
          <Link key={batch} to={href(`/office/lots/${batch}`)} className={link}>
            {m.office_lot_kind()} {batch}
          </Link>
        ))}
      </p>
    </div>
  );
}

function Due({ by, now }: { by: Date; now: Date }) {
  const told = { by: formatInstant(by, useLocale()) };
  return by < now ? (
    <Badge tone="care">{m.after_office_overdue(told)}</Badge>
  ) : (
    <Badge tone="plain">{m.after_office_due(told)}</Badge>
  );
}

function Erase({ claim, formKey }: { claim: Row; formKey: string | undefined }) {
  return (
    <details>
      <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-soil underline underline-offset-4">
        {m.after_office_erase_open()}
      </summary>
      <Form method="post" preventScrollReset className="mt-2 grid max-w-xl gap-3">
        <input type="hidden" name="act" value="erase" />
        <input type="hidden" name="of" value={claim.id} />
        <input type="hidden" name="key" value={formKey} />
        <p className="text-14 text-muted">{m.after_office_erase_text()}</p>
        <div>
          <Button kind="danger">{m.after_office_erase_do()}</Button>
        </div>
      </Form>
    </details>
  );
}
