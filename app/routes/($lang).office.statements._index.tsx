import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { Link, type MetaFunction, useLoaderData } from '@remix-run/react';
import { Badge } from '~/components/badge';
import { LinkButton } from '~/components/button';
import { EmptyState } from '~/components/empty-state';
import { PageHeader } from '~/components/page-header';
import { formatDong } from '~/format';
import { asked } from '~/office/gate-answers.server';
import { daysOf } from '~/office/settlement-words';
import { NotYetSettled } from '~/office/shares/not-yet-settled';
import { SharesAndCapital } from '~/office/shares/standing';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { useHref, useLocale } from '~/use-locale';

export const meta: MetaFunction = () => [{ title: m.settlement_own_title() }];

export const headers = () => PRIVATE;

/** A member's own statements; everybody's for those who see to the money. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { statements: kept, session } = context.api;
  const [statements, me] = await asked(request, Promise.all([kept.list(), session.me()]));
  const isMember = me.kind === 'person' && me.roles.includes('member') && me.memberId !== null;
  const standing = isMember ? await asked(request, kept.standing()) : null;
  return data({ statements, isMember, standing }, { headers: PRIVATE });
}

export default function Statements() {
  const { statements, isMember, standing } = useLoaderData<typeof loader>();
  const locale = useLocale();
  const href = useHref();
  return (
    <>
      <PageHeader title={m.settlement_own_title()} lead={m.settlement_own_lead()}>
        {isMember ? (
          <LinkButton kind="quiet" to={href('/office/payout-account')}>
            {m.signin_account_title()}
          </LinkButton>
        ) : null}
      </PageHeader>
      {standing ? (
        <div className="mb-10 grid gap-10">
          <NotYetSettled unsettled={standing.unsettled} />
          <SharesAndCapital standing={standing} />
        </div>
      ) : null}
      {statements.length === 0 ? (
        <EmptyState sign="receipt" title={m.settlement_own_none()} text={m.settlement_own_none_text()} />
      ) : (
        <ul className="grid max-w-2xl">
          {statements.map(({ id, memberName, memberCode, pay, paidAt, ...period }) => (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-line py-3"
            >
              <div>
                <Link
                  to={href(`/office/statements/${id}`)}
                  className="inline-flex min-h-11 items-center font-semibold underline underline-offset-4"
                >
                  {m.settlement_own_of(daysOf(period, locale))}
                </Link>
                <span className="block text-14 text-muted">
                  {m.settlement_own_who({ name: memberName, code: memberCode })}
                </span>
              </div>
              <div className="text-right">
                <strong className="block whitespace-nowrap text-18">{formatDong(pay, locale)}</strong>
                {pay > 0 && !paidAt ? <Badge tone="plain">{m.settlement_not_paid()}</Badge> : null}
              </div>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
