import type { ApiInputs } from '@baunghe/api';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { Badge } from '~/components/badge';
import { Button } from '~/components/button';
import { type Column, DataTable } from '~/components/data-table';
import { EmptyState } from '~/components/empty-state';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { formatDay, formatInstant } from '~/format';
import { hrefIn, localeOf } from '~/locale';
import { answered, asked } from '~/office/gate-answers.server';
import { Select } from '~/office/select';
import { SignInElsewhere } from '~/office/sign-in-elsewhere';
import { CERTIFICATE_KINDS, type Certificate, certificateKindWords } from '~/orchard/certificate-words';
import { farmProblemOf } from '~/orchard/refusals.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf, text } from '~/read-form.server';
import { useLocale } from '~/use-locale';

export const meta: MetaFunction = () => [{ title: m.farm_cert_title() }];

export const headers = () => PRIVATE;

const FIELDS = ['key', 'kind', 'number', 'issuer', 'memberCode', 'plotCode', 'validFrom', 'validTo'] as const;

type Typed = Record<(typeof FIELDS)[number], string>;

/** All certificates, the one that ends first first. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { api } = context;
  const [certificates, me] = await asked(request, Promise.all([api.certificates.list(), api.session.me()]));
  const manages = me.kind === 'person' && me.roles.includes('manager');
  return { certificates, manages, key: crypto.randomUUID() };
}

/** Keeps a certificate; refused, gives the form back as it was filled in. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const form = await formOf(request);
  const typed = Object.fromEntries(FIELDS.map((name) => [name, text(form, name)])) as Typed;
  const kind = typed.kind as ApiInputs['certificates']['keep']['kind'];
  const kept = await answered(request, context.api.certificates.keep({ ...typed, kind }));
  if (kept.ok) throw redirect(hrefIn(locale, '/office/certificates'), { headers: PRIVATE });
  const problem = farmProblemOf(kept.error, locale);
  return data({ typed, problem }, { status: problem.status, headers: PRIVATE });
}

export default function Certificates() {
  const { certificates, manages } = useLoaderData<typeof loader>();
  const columns = useColumns();
  return (
    <>
      <PageHeader title={m.farm_cert_title()} lead={m.farm_cert_lead()} />
      {certificates.length > 0 ? (
        <DataTable
          caption={m.farm_cert_title()}
          columns={columns}
          rows={certificates}
          rowKey={({ id }) => id}
        />
      ) : (
        <EmptyState sign="seal" title={m.farm_cert_none_title()} text={m.farm_cert_none()} />
      )}
      {manages ? <AddCertificate /> : null}
    </>
  );
}

function useColumns(): Column<Certificate>[] {
  const locale = useLocale();
  return [
    { key: 'kind', head: m.farm_cert_kind(), names: true, cell: ({ kind }) => certificateKindWords(kind) },
    { key: 'number', head: m.farm_cert_number(), cell: ({ number }) => number },
    {
      key: 'holder',
      head: m.farm_cert_holder(),
      cell: ({ memberName, plotCode }) => memberName ?? plotCode ?? m.farm_cert_holder_coop(),
    },
    { key: 'issuer', head: m.farm_cert_issuer(), cell: ({ issuer }) => issuer },
    { key: 'to', head: m.farm_cert_to(), cell: ({ validTo }) => formatDay(validTo, locale) },
    { key: 'left', head: m.farm_catalogue_state(), cell: (certificate) => <State {...certificate} /> },
  ];
}

function State({ daysLeft, toldAt }: Certificate) {
  const locale = useLocale();
  return (
    <>
      <Left daysLeft={daysLeft} />
      {toldAt ? (
        <span className="block text-14 text-muted">
          {m.farm_cert_told({ at: formatInstant(toldAt, locale) })}
        </span>
      ) : null}
    </>
  );
}

function Left({ daysLeft }: Pick<Certificate, 'daysLeft'>) {
  if (daysLeft < 0) return <Badge tone="care">{m.farm_cert_ended()}</Badge>;
  if (daysLeft > 60) return <Badge tone="done">{m.farm_cert_valid()}</Badge>;
  return (
    <Badge tone="care" sign="clock">
      {m.farm_cert_left({ days: daysLeft })}
    </Badge>
  );
}

function AddCertificate() {
  const { key } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const typed = refused?.typed;
  const beside: Record<string, string> = refused?.problem.beside ?? {};
  return (
    <Form method="post" noValidate className="mt-10 grid max-w-xl gap-6" key={key}>
      <h2 className="text-22">{m.farm_cert_new()}</h2>
      <input type="hidden" name="key" value={typed?.key || key} />
      {refused?.problem.above ? (
        <Notice tone="care" title={refused.problem.above}>
          <SignInElsewhere problem={refused.problem} />
        </Notice>
      ) : null}
      <Field label={m.farm_cert_kind()} error={beside.kind}>
        <Select name="kind" required defaultValue={typed?.kind}>
          {CERTIFICATE_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {certificateKindWords(kind)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={m.farm_cert_number()} error={beside.number}>
        <TextInput name="number" required defaultValue={typed?.number} autoComplete="off" />
      </Field>
      <Field label={m.farm_cert_issuer()} error={beside.issuer}>
        <TextInput name="issuer" required defaultValue={typed?.issuer} />
      </Field>
      <Field label={m.farm_cert_member()} hint={m.farm_cert_holder_hint()} error={beside.memberCode} optional>
        <TextInput name="memberCode" defaultValue={typed?.memberCode} autoComplete="off" />
      </Field>
      <Field label={m.farm_plot_code()} error={beside.plotCode} optional>
        <TextInput name="plotCode" defaultValue={typed?.plotCode} autoComplete="off" />
      </Field>
      <Field label={m.farm_cert_from()} error={beside.validFrom}>
        <TextInput type="date" name="validFrom" required defaultValue={typed?.validFrom} />
      </Field>
      <Field label={m.farm_cert_to()} error={beside.validTo}>
        <TextInput type="date" name="validTo" required defaultValue={typed?.validTo} />
      </Field>
      <div>
        <Button>{m.farm_catalogue_save()}</Button>
      </div>
    </Form>
  );
}
