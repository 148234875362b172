import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { Button, LinkButton } from '~/components/button';
import { PageHeader } from '~/components/page-header';
import { AreaForm } from '~/delivery/area-form';
import { NEW_AREA, typedOf } from '~/delivery/area-typed';
import { areaIn, areaTypedIn, besideArea } from '~/delivery/typed-area.server';
import { hrefIn, localeOf } from '~/locale';
import { nameIn } from '~/name-in';
import { answered, asked } from '~/office/gate-answers.server';
import { problemOf } from '~/office/refusals.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf } from '~/read-form.server';
import { useHref, useLocale } from '~/use-locale';

export const meta: MetaFunction = () => [{ title: m.delivery_nav() }];

export const headers = () => PRIVATE;

/** An area by its id, or an empty form for `new`; 404 for one that is gone. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { areas, provinces } = await asked(request, context.api.delivery.board());
  const area = areas.find(({ id }) => id === params.id) ?? null;
  if (!area && params.id !== 'new') throw new Response(null, { status: 404, headers: PRIVATE });
  return { area, provinces, formKey: crypto.randomUUID() };
}

/** Keeps the area or takes it away; refused, gives the form back as it was filled in. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const id = params.id === 'new' ? null : (params.id ?? '');
  const shown = areaTypedIn(await formOf(request));
  const { delivery } = context.api;
  const { entry, beside } = areaIn(shown, id);
  const removes = shown.typed.act === 'remove' && id !== null;
  const answer = await answered<{ ok: true } | { ok: false; error: Parameters<typeof problemOf>[0] }>(
    request,
    removes ? delivery.removeArea({ key: entry.key, id }) : delivery.keepArea(entry),
  );
  if (answer.ok) throw redirect(hrefIn(locale, '/office/delivery?saved'), { headers: PRIVATE });
  const said = problemOf(answer.error, locale, beside);
  const problem = { ...said, beside: besideArea(said.beside) };
  return data({ shown, problem }, { status: problem.status, headers: PRIVATE });
}

export default function OneArea() {
  const { area, provinces, formKey } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const locale = useLocale();
  const href = useHref();
  const title = area ? m.delivery_edit({ area: nameIn(area, locale) }) : m.delivery_new();
  return (
    <>
      <PageHeader title={title}>
        <LinkButton kind="quiet" to={href('/office/delivery')}>
          {m.delivery_back()}
        </LinkButton>
      </PageHeader>
      <AreaForm
        shown={refused?.shown ?? (area ? typedOf(area) : NEW_AREA)}
        formKey={formKey}
        places={provinces}
        problem={refused?.problem ?? null}
      />
      {area ? (
        <details className="mt-10 max-w-4xl border-t border-line pt-3">
          <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-soil underline underline-offset-4">
            {m.delivery_remove()}
          </summary>
          <Form method="post" className="mt-2 grid gap-3">
            <input type="hidden" name="key" value={`${formKey}-remove`} />
            <input type="hidden" name="act" value="remove" />
            <p className="text-14 text-muted">{m.delivery_remove_text()}</p>
            <div>
              <Button kind="danger">{m.delivery_remove()}</Button>
            </div>
          </Form>
        </details>
      ) : null}
    </>
  );
}
