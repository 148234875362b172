import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { Button, LinkButton } from '~/components/button';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { hrefIn, localeOf } from '~/locale';
import { answered, asked } from '~/office/gate-answers.server';
import { problemOf } from '~/office/refusals.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf, text } from '~/read-form.server';
import { useHref } from '~/use-locale';

export const meta: MetaFunction = ({ params }) => [
  { title: `${m.office_state_title()}: ${params.batch ?? ''}` },
];

export const headers = () => PRIVATE;

/** Where the State's trace system shows the lot; 404 for a code that names none. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const batch = params.batch ?? '';
  const stamp = await asked(request, context.api.state.stamp({ batch }));
  if (!stamp.ok) throw new Response(m.office_lot_not_found(), { status: 404, headers: PRIVATE });
  const saved = new URL(request.url).searchParams.has('saved');
  return { batch, stamp: stamp.value.url, saved, key: crypto.randomUUID() };
}

/** Keeps the address of the State's stamp; refused, gives it back as it was typed. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const batch = params.batch ?? '';
  const form = await formOf(request);
  const [key, url] = [text(form, 'key'), text(form, 'url')];
  const answer = await answered(request, context.api.state.putStamp({ key, batch, url }));
  if (answer.ok) throw redirect(hrefIn(locale, `/office/lots/${batch}/state?saved`), { headers: PRIVATE });
  const problem = problemOf(answer.error, locale);
  return data({ url, problem }, { status: problem.status, headers: PRIVATE });
}

export default function State() {
  const { batch, stamp, saved, key } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const href = useHref();
  return (
    <div className="max-w-2xl">
      <PageHeader title={m.office_state_title()} lead={`${m.office_lot_kind()} ${batch}`}>
        <LinkButton to={href(`/office/lots/${batch}`)} kind="quiet">
          {m.office_state_back()}
        </LinkButton>
      </PageHeader>
      {saved && !refused ? <Notice tone="good" title={m.office_state_saved()} /> : null}
      {refused?.problem.above ? <Notice tone="care" title={refused.problem.above} /> : null}
      <section className="mt-6 grid gap-3">
        <h2 className="text-22">{m.office_state_file()}</h2>
        <p>{m.office_state_file_text()}</p>
        <div>
          <LinkButton to={href(`/office/lots/${batch}/state.json`)} reloadDocument download>
            {m.office_state_download()}
          </LinkButton>
        </div>
      </section>
      <section className="mt-10">
        <h2 className="mb-3 text-22">{m.office_state_stamp()}</h2>
        <Form method="post" noValidate className="grid gap-4">
          <input type="hidden" name="key" value={key} />
          <Field
            label={m.office_state_url()}
            hint={m.office_state_url_hint()}
            error={refused?.problem.beside.url}
          >
            <TextInput
              name="url"
              type="url"
              inputMode="url"
              autoComplete="off"
              defaultValue={refused?.url ?? stamp ?? ''}
              maxLength={500}
            />
          </Field>
          <div>
            <Button>{m.office_state_save()}</Button>
          </div>
        </Form>
      </section>
    </div>
  );
}
