import type { ApiInputs } from '@baunghe/api';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { Button, LinkButton } from '~/components/button';
import { Field } from '~/components/field';
import { NumberInput, TextInput } from '~/components/inputs';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { RadioCards } from '~/components/radio-cards';
import { hrefIn, localeOf } from '~/locale';
import { answered, asked } from '~/office/gate-answers.server';
import { RecallFromHere } from '~/office/recall/recall-from-here';
import { SignInElsewhere } from '~/office/sign-in-elsewhere';
import { kindWords } from '~/orchard/kind-words';
import { farmProblemOf } from '~/orchard/refusals.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf, text } from '~/read-form.server';
import { useHref } from '~/use-locale';

export const meta: MetaFunction = () => [{ title: m.farm_catalogue_edit_title() }];

export const headers = () => PRIVATE;

const FIELDS = [
  'key',
  'name',
  'kind',
  'activeIngredient',
  'registration',
  'preHarvestDays',
  'bannedOn',
  'bannedReason',
] as const;

type Typed = Record<(typeof FIELDS)[number], string>;

/** One input to change, as its form shows it; `new` is an empty form. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const key = crypto.randomUUID();
  const { api } = context;
  if (params.id === 'new') {
    const me = await asked(request, api.session.me());
    if (me.kind === 'person' && !me.roles.includes('manager'))
      throw new Response(m.office_forbidden(), { status: 403, headers: PRIVATE });
    return { typed: { ...emptyForm(), key }, inputId: null };
  }
  const found = await asked(request, api.inputs.one({ id: params.id ?? '' }));
  if (!found.ok) throw new Response(m.farm_say_input_unknown(), { status: 404, headers: PRIVATE });
  const { name, kind, activeIngredient, registration, preHarvestDays, bannedOn, bannedReason } = found.value;
  const typed: Typed = {
    ...{ key, name, kind },
    activeIngredient: activeIngredient ?? '',
    registration: registration ?? '',
    preHarvestDays: String(preHarvestDays),
    bannedOn: bannedOn?.toISOString().slice(0, 10) ?? '',
    bannedReason: bannedReason ?? '',
  };
  return { typed, inputId: found.value.id };
}

const emptyForm = () => Object.fromEntries(FIELDS.map((name) => [name, ''])) as Typed;

/** Keeps the input and leads to the catalogue; refused, gives the form back as it was filled in. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const form = await formOf(request);
  const typed = Object.fromEntries(FIELDS.map((name) => [name, text(form, name)])) as Typed;
  const id = params.id === 'new' ? null : (params.id ?? '');
  const kind = typed.kind as ApiInputs['inputs']['put']['kind'];
  const kept = await answered(request, context.api.inputs.put({ ...typed, kind, id }));
  if (kept.ok) {
    const to = `/office/catalogue?search=${encodeURIComponent(typed.name)}`;
    throw redirect(hrefIn(locale, to), { headers: PRIVATE });
  }
  const problem = farmProblemOf(kept.error, locale);
  return data({ typed, problem }, { status: problem.status, headers: PRIVATE });
}

export default function EditInput() {
  const loaded = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const typed = refused?.typed ?? loaded.typed;
  const beside = refused?.problem.beside ?? {};
  const href = useHref();
  const kinds = (['pesticide', 'fertiliser'] as const).map((kind) => ({
    value: kind,
    title: kindWords(kind),
  }));
  return (
    <div className="mx-auto max-w-xl">
      <PageHeader title={m.farm_catalogue_edit_title()} lead={m.farm_catalogue_edit_lead()} />
      <Form method="post" noValidate className="grid gap-6">
        <input type="hidden" name="key" value={typed.key} />
        {refused?.problem.above ? (
          <Notice tone="care" title={refused.problem.above}>
            <SignInElsewhere problem={refused.problem} />
          </Notice>
        ) : null}
        <Field label={m.farm_catalogue_name()} error={beside.name}>
          <TextInput name="name" required defaultValue={typed.name} />
        </Field>
        <RadioCards
          legend={m.farm_catalogue_kind()}
          name="kind"
          columns={2}
          required
          defaultValue={typed.kind}
          error={beside.kind}
          choices={kinds}
        />
        <Field
          label={m.farm_catalogue_days()}
          hint={m.farm_catalogue_days_hint()}
          error={beside.preHarvestDays}
        >
          <NumberInput
            name="preHarvestDays"
            inputMode="numeric"
            required
            defaultValue={typed.preHarvestDays}
          />
        </Field>
        <Field label={m.farm_diary_active()} error={beside.activeIngredient} optional>
          <TextInput name="activeIngredient" defaultValue={typed.activeIngredient} />
        </Field>
        <Field label={m.farm_diary_registration()} error={beside.registration} optional>
          <TextInput name="registration" defaultValue={typed.registration} />
        </Field>
        <Field
          label={m.farm_catalogue_ban()}
          hint={m.farm_catalogue_ban_hint()}
          error={beside.bannedOn}
          optional
        >
          <TextInput type="date" name="bannedOn" defaultValue={typed.bannedOn} />
        </Field>
        <Field label={m.farm_catalogue_ban_why()} error={beside.bannedReason} optional>
          <TextInput name="bannedReason" defaultValue={typed.bannedReason} />
        </Field>
        <div className="flex flex-wrap gap-3">
          <Button>{m.farm_catalogue_save()}</Button>
          <LinkButton kind="quiet" to={href('/office/catalogue')}>
            {m.farm_catalogue_title()}
          </LinkButton>
          {loaded.inputId ? <RecallFromHere kind="input" id={loaded.inputId} /> : null}
        </div>
      </Form>
    </div>
  );
}
