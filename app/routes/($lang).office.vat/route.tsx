import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { hrefIn, localeOf } from '~/locale';
import { answered, asked } from '~/office/gate-answers.server';
import { problemOf } from '~/office/refusals.server';
import { hundredthsOf } from '~/office/year/percent';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf, text } from '~/read-form.server';
import { useHref } from '~/use-locale';
import { KeptTaxes } from './kept-taxes';
import { DELIVERY, ProductVat } from './product-vat';

export const meta: MetaFunction = () => [{ title: m.yearend_vat_title() }];

export const headers = () => PRIVATE;

/** Every product, and delivery, with how it is treated for VAT. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const [products, kept] = await asked(
    request,
    Promise.all([context.api.vat.list(), context.api.vat.kept()]),
  );
  const saved = new URL(request.url).searchParams.get('saved');
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  return data({ products, kept, saved, today, formKey: crypto.randomUUID() }, { headers: PRIVATE });
}

/** Writes down how a product is treated from a day on, or lowers the tax of an old refund; refused, gives the form back as it was filled in. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const form = await formOf(request);
  const typed = Object.fromEntries([...form.keys()].map((name) => [name, text(form, name)]));
  if (typed.act === 'lower') {
    const { key = '', refund = '' } = typed;
    const lowered = await answered(request, context.api.vat.lower({ key, refund }));
    if (lowered.ok) throw redirect(hrefIn(locale, '/office/vat?saved=tax'), { headers: PRIVATE });
    const problem = problemOf(lowered.error, locale);
    return data({ typed, problem }, { status: problem.status, headers: PRIVATE });
  }
  const { key = '', product = '', fromDay = '', kind, percent = '', why = '' } = typed;
  const rule = {
    ...{ key, productId: product === DELIVERY ? null : product, fromDay, why },
    // Whatever was sent: the gate says whether it is a treatment.
    ...{ kind: kind as 'rate', rate: kind === 'rate' ? hundredthsOf(percent) : 0 },
  };
  const answer = await answered(request, context.api.vat.addRule(rule));
  if (answer.ok) throw redirect(hrefIn(locale, '/office/vat?saved'), { headers: PRIVATE });
  const problem = problemOf(answer.error, locale);
  return data({ typed, problem }, { status: problem.status, headers: PRIVATE });
}

export default function VatByProduct() {
  const { products, kept, saved, ...form } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const href = useHref();
  return (
    <>
      <PageHeader title={m.yearend_vat_title()} lead={m.yearend_vat_lead()}>
        <LinkButton kind="quiet" to={href('/office/year')}>
          {m.yearend_nav()}
        </LinkButton>
      </PageHeader>
      <div className="mb-6 grid gap-3">
        {saved !== null && !refused ? (
          <Notice tone="good" title={saved === 'tax' ? m.shares_kept_tax_done() : m.yearend_vat_saved()} />
        ) : null}
        {refused?.problem.above ? <Notice tone="care" title={refused.problem.above} /> : null}
        <p className="max-w-prose text-muted">{m.yearend_vat_check()}</p>
      </div>
      <ul className="max-w-3xl divide-y divide-line border-y border-line">
        {products.map((product) => (
          <ProductVat
            key={product.productId ?? DELIVERY}
            product={product}
            refused={refused?.typed.product === (product.productId ?? DELIVERY) ? refused : null}
            {...form}
          />
        ))}
      </ul>
      <KeptTaxes kept={kept} formKey={form.formKey} />
    </>
  );
}
