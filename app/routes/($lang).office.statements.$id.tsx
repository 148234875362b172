import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { PageHeader } from '~/components/page-header';
import { formatDay, formatDong } from '~/format';
import { asked } from '~/office/gate-answers.server';
import { daysOf } from '~/office/settlement-words';
import { LotShares } from '~/office/statement-lots';
import { offWords, paidWords, sumRows } from '~/office/statement-words';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { useHref, useLocale } from '~/use-locale';

export const meta: MetaFunction = () => [{ title: m.settlement_own_title() }];

export const headers = () => PRIVATE;

/** One statement; 404 when it is somebody else's. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = await asked(request, context.api.statements.one({ id: params.id ?? '' }));
  if (!found.ok) throw new Response(null, { status: 404, headers: PRIVATE });
  return data({ statement: found.value }, { headers: PRIVATE });
}

export default function OneStatement() {
  const { statement } = useLoaderData<typeof loader>();
  const locale = useLocale();
  const href = useHref();
  const { id, memberName, memberCode, sums, lots, corrections } = statement;
  return (
    <>
      <PageHeader
        title={m.settlement_own_of(daysOf(statement, locale))}
        lead={m.settlement_own_who({ name: memberName, code: memberCode })}
      >
        <LinkButton kind="quiet" to={href('/office/statements')}>
          {m.settlement_own_back()}
        </LinkButton>
        <LinkButton reloadDocument kind="quiet" to={href(`/office/statements/${id}/statement.pdf`)}>
          {m.settlement_own_pdf()}
        </LinkButton>
      </PageHeader>
      <div className="grid gap-10 lg:grid-cols-2">
        <section>
          <h2 className="mb-2 text-22">{m.settlement_own_sum()}</h2>
          <table className="w-full border-collapse">
            <caption className="sr-only">{m.settlement_own_sum()}</caption>
            <tbody>
              {sumRows(sums).map(({ name, dong }) => (
                <tr key={name} className="border-b border-line">
                  <th scope="row" className="py-2 pr-4 text-left font-normal">
                    {name}
                  </th>
                  <td className="py-2 text-right whitespace-nowrap">{formatDong(dong, locale)}</td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr className="border-t-2 border-ink text-22 font-extrabold">
                <th scope="row" className="py-3 pr-4 text-left">
                  {sums.left < 0 ? m.settlement_left() : m.settlement_due()}
                </th>
                <td className="py-3 text-right whitespace-nowrap">
                  {formatDong(sums.left < 0 ? -sums.left : sums.pay, locale)}
                </td>
              </tr>
            </tfoot>
          </table>
          <p className="mt-2 text-muted">{paidWords(statement, locale)}</p>
        </section>
        <LotShares lots={lots} />
        {corrections.length > 0 ? (
          <section>
            <h2 className="mb-2 text-22">{m.settlement_own_off()}</h2>
            <ul className="grid gap-1">
              {corrections.map(({ kind, batch, at, member }) => (
                <li key={`${kind}${batch}${at}${member}`} className="flex justify-between gap-4">
                  <span>
                    {m.settlement_own_off_line({ what: offWords(kind), batch, day: formatDay(at, locale) })}
                  </span>
                  <span className="whitespace-nowrap">{formatDong(member, locale)}</span>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
    </>
  );
}
