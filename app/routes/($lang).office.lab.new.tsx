import type { ApiInputs } from '@baunghe/api';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { NumberInput, TextInput } from '~/components/inputs';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { RadioCards } from '~/components/radio-cards';
import { vietnamDayText } from '~/format';
import { hrefIn, localeOf } from '~/locale';
import { answered, asked } from '~/office/gate-answers.server';
import { SignInElsewhere } from '~/office/sign-in-elsewhere';
import { labKindWords, milligramWords } from '~/orchard/lab-list';
import { farmProblemOf } from '~/orchard/refusals.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { readForm, text } from '~/read-form.server';
import { useLocale } from '~/use-locale';

export const meta: MetaFunction = () => [{ title: m.farm_lab_new() }];

export const headers = () => PRIVATE;

const MOST_BYTES = 20 * 1024 * 1024;

const FIELDS = [
  ...(['key', 'kind', 'batch', 'plotCode', 'laboratory', 'number'] as const),
  ...(['sampledOn', 'resultOn', 'passed', 'value', 'note'] as const),
];

type Typed = Record<(typeof FIELDS)[number], string>;

/** The form, filled in for the lot or the plot that `?lot=` or `?plot=` names. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { api, now } = context;
  const [limit, me] = await asked(request, Promise.all([api.lab.cadmiumLimit(), api.session.me()]));
  if (me.kind === 'person' && !me.roles.includes('manager'))
    throw new Response(m.office_forbidden(), { status: 403, headers: PRIVATE });
  const { searchParams } = new URL(request.url);
  const [batch, plotCode] = [searchParams.get('lot') ?? '', searchParams.get('plot') ?? ''];
  const today = vietnamDayText(now);
  const typed: Typed = {
    ...{ key: crypto.randomUUID(), kind: 'residue', batch, plotCode, laboratory: '', number: '' },
    ...{ sampledOn: today, resultOn: today, passed: '', value: '', note: '' },
  };
  return { typed, limit, today };
}

/** Keeps the result and leads to its lot, or to all results. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const form = await readForm(request, MOST_BYTES);
  if (!form) {
    const problem = farmProblemOf({ code: 'report_too_large', mostBytes: 10 * 1024 * 1024 }, locale);
    return data({ typed: null, problem }, { status: problem.status, headers: PRIVATE });
  }
  const typed = Object.fromEntries(FIELDS.map((name) => [name, text(form, name)])) as Typed;
  const file = form.get('document');
  const document = file instanceof File && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : null;
  const kind = typed.kind as ApiInputs['lab']['record']['kind'];
  const passed = typed.passed === '' ? null : typed.passed === 'yes';
  const kept = await answered(request, context.api.lab.record({ ...typed, kind, passed, document }));
  const to = typed.batch ? `/office/lots/${encodeURIComponent(typed.batch.trim())}` : '/office/lab';
  if (kept.ok) throw redirect(hrefIn(locale, to), { headers: PRIVATE });
  const problem = farmProblemOf(kept.error, locale);
  const beside = { ...(problem.beside.lotId ? { batch: problem.beside.lotId } : {}), ...problem.beside };
  return data({ typed, problem: { ...problem, beside } }, { status: problem.status, headers: PRIVATE });
}

export default function NewLabResult() {
  const loaded = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const typed = refused?.typed ?? loaded.typed;
  const beside: Record<string, string> = refused?.problem.beside ?? {};
  return (
    <div className="mx-auto max-w-xl">
      <PageHeader title={m.farm_lab_new()} lead={m.farm_lab_lead()} />
      <Form method="post" encType="multipart/form-data" noValidate className="grid gap-6">
        <input type="hidden" name="key" value={typed.key} />
        {refused?.problem.above ? (
          <Notice tone="care" title={refused.problem.above}>
            <SignInElsewhere problem={refused.problem} />
          </Notice>
        ) : null}
        <OfWhat typed={typed} beside={beside} />
        <Verdict typed={typed} beside={beside} limit={loaded.limit} />
        <Field label={m.farm_lab_laboratory()} error={beside.laboratory}>
          <TextInput name="laboratory" required defaultValue={typed.laboratory} />
        </Field>
        <Field label={m.farm_lab_number()} error={beside.number}>
          <TextInput name="number" required defaultValue={typed.number} autoComplete="off" />
        </Field>
        <Field label={m.farm_lab_sampled()} error={beside.sampledOn}>
          <TextInput
            type="date"
            name="sampledOn"
            required
            max={loaded.today}
            defaultValue={typed.sampledOn}
          />
        </Field>
        <Field label={m.farm_lab_result_day()} error={beside.resultOn}>
          <TextInput type="date" name="resultOn" required max={loaded.today} defaultValue={typed.resultOn} />
        </Field>
        <Field
          label={m.farm_lab_document()}
          hint={m.farm_lab_document_hint()}
          error={beside.document}
          optional
        >
          <TextInput type="file" name="document" accept="application/pdf,image/*" />
        </Field>
        <Field label={m.farm_diary_note()} error={beside.note} optional>
          <TextInput name="note" defaultValue={typed.note} />
        </Field>
        <div>
          <Button>{m.farm_catalogue_save()}</Button>
        </div>
      </Form>
    </div>
  );
}

type PartProps = { typed: Typed; beside: Record<string, string> };

function OfWhat({ typed, beside }: PartProps) {
  return (
    <fieldset className="grid gap-4">
      <legend className="text-18 font-extrabold">{m.farm_lab_of()}</legend>
      <Field label={m.office_lot_kind()} hint={m.farm_lab_of_lot_hint()} error={beside.batch} optional>
        <TextInput name="batch" defaultValue={typed.batch} autoComplete="off" autoCapitalize="characters" />
      </Field>
      <Field label={m.office_lot_col_plot()} hint={m.farm_lab_of_plot_hint()} optional>
        <TextInput name="plotCode" defaultValue={typed.plotCode} autoComplete="off" />
      </Field>
    </fieldset>
  );
}

function Verdict({ typed, beside, limit }: PartProps & { limit: number }) {
  const locale = useLocale();
  const note = m.farm_lab_kind_cadmium_note({ limit: milligramWords(limit, locale) });
  return (
    <>
      <RadioCards
        legend={m.farm_lab_kind()}
        name="kind"
        required
        defaultValue={typed.kind}
        error={beside.kind}
        choices={(['residue', 'cadmium', 'auramine_o'] as const).map((kind) => ({
          value: kind,
          title: labKindWords(kind),
          note: kind === 'cadmium' ? note : null,
        }))}
      />
      <RadioCards
        legend={m.farm_lab_passed()}
        hint={m.farm_lab_passed_hint()}
        name="passed"
        columns={2}
        defaultValue={typed.passed}
        error={beside.passed}
        choices={[
          { value: 'yes', title: m.farm_lab_pass() },
          { value: 'no', title: m.farm_lab_fail() },
        ]}
      />
      <Field label={m.farm_lab_value()} hint={note} error={beside.value} optional>
        <NumberInput name="value" unit="mg/kg" defaultValue={typed.value} className="pr-20!" />
      </Field>
    </>
  );
}
