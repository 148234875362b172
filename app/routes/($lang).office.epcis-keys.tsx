import type { ApiOutputs } from '@baunghe/api';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { Badge } from '~/components/badge';
import { Button } from '~/components/button';
import { CopyLine } from '~/components/copy-line';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { formatInstant } from '~/format';
import { hrefIn, localeOf } from '~/locale';
import { answered, asked } from '~/office/gate-answers.server';
import { problemOf } from '~/office/refusals.server';
import { SignInElsewhere } from '~/office/sign-in-elsewhere';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf, text } from '~/read-form.server';
import { useLocale } from '~/use-locale';

export const meta: MetaFunction = () => [{ title: m.evidence_keys_title() }];

export const headers = () => PRIVATE;

/** All keys, without the keys themselves. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const keys = await asked(request, context.api.epcis.keys());
  const formKey = crypto.randomUUID();
  return { keys, formKey, ended: new URL(request.url).searchParams.has('ended') };
}

/** Makes a key, which this answer alone shows, or ends one. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const form = await formOf(request);
  const name = text(form, 'name');
  const { epcis } = context.api;
  if (text(form, 'act') === 'end') {
    const answer = await answered(request, epcis.endKey({ id: text(form, 'id') }));
    if (answer.ok) throw redirect(hrefIn(locale, '/office/epcis-keys?ended'), { headers: PRIVATE });
    const problem = problemOf(answer.error, locale);
    return data({ made: null, name: '', problem }, { status: problem.status, headers: PRIVATE });
  }
  const answer = await answered(request, epcis.makeKey({ key: text(form, 'key'), name }));
  if (answer.ok) return data({ made: answer.value.key, name, problem: null }, { headers: PRIVATE });
  const problem = problemOf(answer.error, locale);
  return data({ made: null, name, problem }, { status: problem.status, headers: PRIVATE });
}

export default function EpcisKeys() {
  const { keys, formKey, ended } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const problem = done?.problem;
  return (
    <div className="max-w-3xl">
      <PageHeader title={m.evidence_keys_title()} lead={m.evidence_keys_lead()} />
      <div className="grid gap-8">
        {ended && !done ? <Notice tone="good" title={m.evidence_keys_end_done()} /> : null}
        {problem?.above ? (
          <Notice tone="care" title={problem.above}>
            <SignInElsewhere problem={problem} />
          </Notice>
        ) : null}
        {done?.made ? <Made name={done.name} made={done.made} /> : null}
        <Form method="post" noValidate className="grid gap-4" key={done?.made ?? 'new'}>
          <h2 className="text-22">{m.evidence_keys_new()}</h2>
          <input type="hidden" name="act" value="make" />
          <input type="hidden" name="key" value={formKey} />
          <Field
            label={m.evidence_keys_name()}
            hint={m.evidence_keys_name_hint()}
            error={problem?.beside.name}
          >
            <TextInput
              name="name"
              autoComplete="off"
              maxLength={80}
              required
              defaultValue={done?.made ? '' : done?.name}
            />
          </Field>
          <div>
            <Button>{m.evidence_keys_make()}</Button>
          </div>
        </Form>
        <section>
          <h2 className="mb-3 text-22">{m.evidence_keys_all()}</h2>
          {keys.length === 0 ? <p className="text-muted">{m.evidence_keys_none()}</p> : null}
          <ul>
            {keys.map((each) => (
              <Key key={each.id} of={each} />
            ))}
          </ul>
        </section>
      </div>
    </div>
  );
}

function Made({ name, made }: { name: string; made: string }) {
  return (
    <Notice tone="good" title={m.evidence_keys_made({ name })}>
      <dl>
        <CopyLine term={m.evidence_keys_term()} value={made} />
      </dl>
      <p className="text-14 break-words">{m.evidence_keys_how({ key: 'epcis_…' })}</p>
    </Notice>
  );
}

function Key({ of: { id, name, madeAt, endedAt } }: { of: ApiOutputs['epcis']['keys'][number] }) {
  const locale = useLocale();
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-2 border-t border-line py-3">
      <span className="grow">
        <span className="flex flex-wrap items-center gap-2 font-semibold break-words">
          {name}
          {endedAt ? null : <Badge tone="done">{m.evidence_keys_in_use()}</Badge>}
        </span>
        <span className="block text-14 text-muted">
          {m.evidence_keys_since({ at: formatInstant(madeAt, locale) })}
        </span>
        {endedAt ? (
          <span className="block text-14 text-muted">
            {m.evidence_keys_ended({ at: formatInstant(endedAt, locale) })}
          </span>
        ) : null}
      </span>
      {endedAt ? null : (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="act" value="end" />
          <input type="hidden" name="id" value={id} />
          <Button kind="danger" aria-label={m.evidence_keys_end_for({ name })}>
            {m.evidence_keys_end()}
          </Button>
        </Form>
      )}
    </li>
  );
}
