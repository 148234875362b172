import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { Button, LinkButton } from '~/components/button';
import { Field } from '~/components/field';
import { TextArea } from '~/components/inputs';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { hrefIn, localeOf } from '~/locale';
import { answered, asked } from '~/office/gate-answers.server';
import { problemOf } from '~/office/refusals.server';
import { typedIn } from '~/office/typed-listing.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { useHref } from '~/use-locale';

export const meta: MetaFunction = () => [{ title: m.finding_story_title() }];

export const headers = () => PRIVATE;

/** What is told of the orchard now. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const code = params.code ?? '';
  const { orchards, plots } = context.api;
  const [story, [plot]] = await asked(request, Promise.all([orchards.story({ code }), plots.list({ code })]));
  if (!plot) throw new Response(m.farm_plot_not_found(), { status: 404, headers: PRIVATE });
  const typed: Record<string, string> = {
    ...{ key: crypto.randomUUID(), vi: story?.vi ?? '', en: story?.en ?? '', zh: story?.zh ?? '' },
  };
  return { code, name: plot.name, typed };
}

/** Keeps the story; refused, gives the form back as it was filled in. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const typed = await typedIn(request);
  const { key = '', vi = '', en = '', zh = '' } = typed;
  const code = params.code ?? '';
  const kept = await answered(request, context.api.orchards.keepStory({ key, code, vi, en, zh }));
  if (kept.ok) throw redirect(hrefIn(locale, `/office/plots/${code}`), { headers: PRIVATE });
  const problem = problemOf(kept.error, locale);
  const above = problem.above ?? Object.values(problem.beside)[0] ?? null;
  return data({ typed, beside: problem.beside, above }, { status: problem.status, headers: PRIVATE });
}

export default function PlotStory() {
  const loaded = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const typed = refused?.typed ?? loaded.typed;
  const href = useHref();
  const fields = [
    { name: 'vi', label: m.finding_story_vi() },
    { name: 'en', label: m.finding_story_en() },
    { name: 'zh', label: m.finding_story_zh() },
  ];
  return (
    <div className="mx-auto max-w-xl">
      <PageHeader title={m.finding_story_title()} lead={loaded.name} />
      <p className="mb-6">{m.finding_story_lead()}</p>
      <Form method="post" noValidate className="grid gap-6">
        <input type="hidden" name="key" value={typed.key} />
        {refused?.above ? <Notice tone="care" title={refused.above} /> : null}
        {fields.map(({ name, label }) => (
          <Field key={name} label={label} error={refused?.beside[name]} optional={name !== 'vi'}>
            <TextArea name={name} rows={6} maxLength={1200} defaultValue={typed[name]} />
          </Field>
        ))}
        <div className="flex flex-wrap gap-3">
          <Button>{m.listings_save()}</Button>
          <LinkButton kind="quiet" to={href(`/office/plots/${loaded.code}`)}>
            {loaded.name}
          </LinkButton>
        </div>
      </Form>
    </div>
  );
}
