import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { hrefIn, localeOf } from '~/locale';
import { answered, asked } from '~/office/gate-answers.server';
import { provedFirst } from '~/office/proved-first.server';
import { problemOf } from '~/office/refusals.server';
import { CapitalEntries } from '~/office/shares/capital-entries';
import { wholeNumber } from '~/office/whole-number';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf, text } from '~/read-form.server';
import { useHref } from '~/use-locale';
import { CapitalForm } from './capital-form';
import { Charter } from './charter';
import { Holders } from './holders';

export const meta: MetaFunction = () => [{ title: m.shares_capital_title() }];

export const headers = () => PRIVATE;

/** Who has capital in the cooperative, and every entry. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const board = await asked(request, context.api.capital.board());
  const done = new URL(request.url).searchParams.get('done');
  return data({ ...board, done, formKey: crypto.randomUUID() }, { headers: PRIVATE });
}

/** Writes an entry or the charter capital down; refused, gives the form back as it was filled in. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const form = await formOf(request);
  const typed = Object.fromEntries([...form.keys()].map((name) => [name, text(form, name)]));
  const act = typed.act === 'charter' ? 'charter' : 'capital';
  const answer =
    act === 'charter'
      ? await answered(request, context.api.capital.addCharter(charterOf(typed)))
      : await provedFirst(request, context.api, form, () => context.api.capital.add(entryOf(typed)));
  if (answer.ok) throw redirect(hrefIn(locale, `/office/year/capital?done=${act}`), { headers: PRIVATE });
  const problem = problemOf(answer.error, locale);
  return data({ act, typed, problem }, { status: problem.status, headers: PRIVATE });
}

type Typed = Record<string, string>;

const charterOf = ({ key = '', fromDay = '', charterAmount, paper = '' }: Typed) => ({
  ...{ key, fromDay, paper, charterAmount: wholeNumber(charterAmount) },
});

/** Whatever was sent: the gate says whether it is a turn and a way. */
const entryOf = ({ key = '', memberId = '', day = '', reference = '', note = '', ...typed }: Typed) => ({
  ...{ key, memberId, day, reference, note, amount: wholeNumber(typed.amount) },
  ...{ turn: typed.turn as 'put_in', through: typed.through as 'bank' },
});

export default function Capital() {
  const { holders, charter, most, members, mayAddCharter, done, formKey } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const of = (act: 'charter' | 'capital') => (refused?.act === act ? refused : null);
  const said = done === 'charter' ? m.shares_charter_saved() : m.shares_capital_saved();
  const href = useHref();
  return (
    <>
      <PageHeader title={m.shares_capital_title()} lead={m.shares_capital_lead()}>
        <LinkButton kind="quiet" to={href('/office/year')}>
          {m.shares_capital_back()}
        </LinkButton>
      </PageHeader>
      <div className="mb-6 grid gap-3">
        {done !== null && !refused ? <Notice tone="good" title={said} /> : null}
        {refused?.problem.above ? <Notice tone="care" title={refused.problem.above} /> : null}
      </div>
      <div className="grid gap-12">
        <Holders holders={holders} charter={charter[0]?.amount ?? null} />
        <Charter {...{ charter, most, mayAdd: mayAddCharter, newKey: formKey }} refused={of('charter')} />
        <CapitalForm members={members} refused={of('capital')} newKey={formKey} />
        {holders.length > 0 ? (
          <section className="max-w-2xl">
            <h2 className="mb-3 text-22">{m.shares_capital_entries()}</h2>
            {holders.map(({ memberId, name, code, entries }) => (
              <div key={memberId} className="mb-6">
                <h3 className="text-18 font-extrabold">{m.settlement_own_who({ name, code })}</h3>
                <CapitalEntries entries={entries} />
              </div>
            ))}
          </section>
        ) : null}
      </div>
    </>
  );
}
