import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { hrefIn, localeOf } from '~/locale';
import { answered, asked } from '~/office/gate-answers.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { Preview, type Shown } from './preview';
import { sayNoStatement, sentStatement } from './sent.server';

export const meta: MetaFunction = () => [{ title: m.money_csv_title() }];

export const headers = () => PRIVATE;

export async function loader({ request, context }: LoaderFunctionArgs) {
  await asked(request, context.api.money.books());
  const search = new URL(request.url).searchParams;
  const [taken, unknown] = ['taken', 'unknown'].map((name) => Number(search.get(name) ?? Number.NaN));
  const done = Number.isInteger(taken) ? { count: taken ?? 0, unknown: unknown || 0 } : null;
  return { done, broken: Number(search.get('broken')) || 0 };
}

/** Shows what a statement holds, or takes what is new in it. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const sent = await sentStatement(request);
  if (!sent) return refused(m.money_say_file(), 413, null);
  const { act, ...statement } = sent;
  const read = await answered(request, context.api.bank.readStatement(statement));
  if (!read.ok) {
    const { error } = read;
    const text = new TextDecoder().decode(statement.file);
    const choose = error.code === 'statement_columns' ? { text, header: error.header, columns: {} } : null;
    return refused(sayNoStatement(error), 422, choose);
  }
  if (act !== 'take') return data({ problem: null, shown: read.value as Shown }, { headers: PRIVATE });
  const taken = await answered(request, context.api.bank.takeStatement(statement));
  if (!taken.ok) return refused(sayNoStatement(taken.error), 422, null);
  const { told_before: _known, unknown = 0, broken = 0, ...matched } = taken.value;
  const count = Object.values(matched).reduce((all, each) => all + (each ?? 0), unknown);
  const told = `taken=${count}&unknown=${unknown}${broken > 0 ? `&broken=${broken}` : ''}`;
  const to = hrefIn(localeOf(params), `/office/money/statement?${told}`);
  throw redirect(to, { headers: PRIVATE });
}

function refused(problem: string, status: number, shown: Shown | null) {
  return data({ problem, shown }, { status, headers: PRIVATE });
}

export default function StatementPage() {
  const { done, broken } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader title={m.money_csv_title()} lead={m.money_csv_lead()} />
      {done && !answer ? <Notice tone="good" title={m.money_csv_done(done)} /> : null}
      {broken > 0 && !answer ? <Notice tone="care" title={m.money_csv_broken({ count: broken })} /> : null}
      <Form method="post" encType="multipart/form-data" noValidate className="mt-4 grid max-w-xl gap-4">
        <input type="hidden" name="act" value="read" />
        <Field label={m.money_csv_file()} error={answer?.problem}>
          <TextInput type="file" name="file" accept=".csv,.txt,text/csv" required />
        </Field>
        <div>
          <Button>{m.money_csv_read()}</Button>
        </div>
      </Form>
      {answer?.shown ? (
        <Preview key={`${JSON.stringify(answer.shown.columns)}${answer.shown.text}`} shown={answer.shown} />
      ) : null}
    </>
  );
}
