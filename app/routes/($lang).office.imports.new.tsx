import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { hrefIn, localeOf } from '~/locale';
import { answered, asked } from '~/office/gate-answers.server';
import { SignInElsewhere } from '~/office/sign-in-elsewhere';
import { farmProblemOf } from '~/orchard/refusals.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { readForm, text } from '~/read-form.server';
import { useHref } from '~/use-locale';

export const meta: MetaFunction = () => [{ title: m.farm_catalogue_import() }];

export const headers = () => PRIVATE;

/** Most that a file may weigh. */
const MOST_BYTES = 10 * 1024 * 1024;

const kindOf = (typed: string | null): 'diary' | 'inputs' => (typed === 'inputs' ? 'inputs' : 'diary');

/** Which list is sent in, by `?kind=`: inputs for a manager, diary entries for whoever grows. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const kind = kindOf(new URL(request.url).searchParams.get('kind'));
  await asked(request, context.api.farmImports.titles({ kind }));
  return { kind, key: crypto.randomUUID() };
}

/** Takes the file in and leads to the page that tells how far it is. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const form = await readForm(request, MOST_BYTES);
  if (!form) {
    const problem = farmProblemOf({ code: 'csv_too_large' }, locale);
    return data({ key: '', problem }, { status: problem.status, headers: PRIVATE });
  }
  const file = form.get('file');
  const key = text(form, 'key');
  const kind = kindOf(text(form, 'kind'));
  const sent = file instanceof File && file.size > 0 ? file : null;
  const bytes = sent && new Uint8Array(await sent.arrayBuffer());
  const started = await answered(
    request,
    // Without a file, the gate says that one is missing.
    context.api.farmImports.start({
      key,
      kind,
      fileName: sent?.name ?? '',
      bytes: bytes as Uint8Array<ArrayBuffer>,
    }),
  );
  if (started.ok) throw redirect(hrefIn(locale, `/office/imports/${started.value}`), { headers: PRIVATE });
  const problem = farmProblemOf(started.error, locale);
  return data({ key, problem }, { status: problem.status, headers: PRIVATE });
}

export default function NewImport() {
  const { kind, key } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const href = useHref();
  const title = kind === 'inputs' ? m.farm_import_title_inputs() : m.farm_import_title_diary();
  return (
    <div className="mx-auto max-w-xl">
      <PageHeader title={title} lead={m.farm_import_lead()} />
      <p className="mb-6">
        <a
          href={href(`/office/imports/template.csv?kind=${kind}`)}
          download
          className="inline-flex min-h-11 items-center font-semibold underline underline-offset-4"
        >
          {m.farm_import_template()}
        </a>
      </p>
      <Form method="post" encType="multipart/form-data" noValidate className="grid gap-6">
        <input type="hidden" name="key" value={refused?.key || key} />
        <input type="hidden" name="kind" value={kind} />
        {refused?.problem.above ? (
          <Notice tone="care" title={refused.problem.above}>
            <SignInElsewhere problem={refused.problem} />
          </Notice>
        ) : null}
        <Field label={m.farm_import_file()} error={refused?.problem.beside.bytes}>
          <TextInput type="file" name="file" accept=".csv,text/csv" required />
        </Field>
        <div>
          <Button>{m.farm_import_do()}</Button>
        </div>
      </Form>
    </div>
  );
}
