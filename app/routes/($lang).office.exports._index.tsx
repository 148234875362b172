import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, type MetaFunction, useLoaderData } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { Select, TextInput } from '~/components/inputs';
import { PageHeader } from '~/components/page-header';
import { vietnamDayText } from '~/format';
import { asked } from '~/office/gate-answers.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { useHref } from '~/use-locale';

export const meta: MetaFunction = () => [{ title: m.recall_exports_title() }];

export const headers = () => PRIVATE;

/** The plots to choose from; a year back is offered first. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const plots = await asked(request, context.api.plots.list({}));
  const to = vietnamDayText(context.now);
  const from = vietnamDayText(new Date(+context.now - 365 * 86_400_000));
  return { plots: plots.map(({ code, name }) => ({ code, name })), from, to };
}

export default function Exports() {
  const { plots, from, to } = useLoaderData<typeof loader>();
  const href = useHref();
  return (
    <>
      <PageHeader title={m.recall_exports_title()} lead={m.recall_exports_lead()} />
      <div className="grid max-w-xl gap-10">
        <Form reloadDocument action={href('/office/exports/diary.pdf')} className="grid gap-4">
          <h2 className="text-22">{m.recall_exports_diary()}</h2>
          <Field label={m.recall_exports_plot()}>
            <Select name="plot">
              {plots.map(({ code, name }) => (
                <option key={code} value={code}>
                  {code} · {name}
                </option>
              ))}
            </Select>
          </Field>
          <Days from={from} to={to} />
        </Form>
        <Form reloadDocument action={href('/office/exports/fsma204.csv')} className="grid gap-4">
          <h2 className="text-22">{m.recall_exports_steps()}</h2>
          <Days from={from} to={to} />
        </Form>
      </div>
    </>
  );
}

function Days({ from, to }: { from: string; to: string }) {
  return (
    <>
      <Field label={m.recall_exports_from()}>
        <TextInput type="date" name="from" defaultValue={from} required />
      </Field>
      <Field label={m.recall_exports_to()}>
        <TextInput type="date" name="to" defaultValue={to} required />
      </Field>
      <div>
        <Button kind="quiet">{m.recall_exports_do()}</Button>
      </div>
    </>
  );
}
