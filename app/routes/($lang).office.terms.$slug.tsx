import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { PageHeader } from '~/components/page-header';
import { vietnamDayText } from '~/format';
import { markdownToHtml } from '~/law/markdown.server';
import { TermsForm } from '~/law/terms-form';
import { isTermsSlug, termsTitle } from '~/law/terms-title';
import { WordsOfTerms } from '~/law/words-of-terms';
import { localeOf } from '~/locale';
import { answered, asked } from '~/office/gate-answers.server';
import { keptOr, typedIn } from '~/office/typed-listing.server';
import { wholeNumber } from '~/office/whole-number';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { useHref } from '~/use-locale';

export const meta: MetaFunction = () => [{ title: m.law_nav() }];

export const headers = () => PRIVATE;

const LONGEST_PREVIEW = 20_000;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  localeOf(params);
  const { slug } = params;
  await asked(request, context.api.buyerData.requests());
  if (!isTermsSlug(slug)) throw new Response(m.law_unknown(), { status: 404, headers: PRIVATE });
  const [newest] = await context.api.terms.history({ slug });
  const last = newest ? await context.api.terms.one({ slug, number: newest.number }) : null;
  const words = last?.ok ? last.value : null;
  const typed = {
    after: String(words?.number ?? 0),
    bodyVi: words?.bodyVi ?? '',
    bodyEn: words?.bodyEn ?? '',
    bodyZh: words?.bodyZh ?? '',
    holdsFrom: vietnamDayText(context.now),
  };
  return { slug, typed, formKey: crypto.randomUUID() };
}

/** Shows a version as it would be read, or publishes it; refused, gives the form back as it was filled in. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const typed = await typedIn(request);
  const { key = '', bodyVi = '', bodyEn = '', bodyZh = '', holdsFrom = '' } = typed;
  if (typed.act === 'preview') {
    await asked(request, context.api.buyerData.requests());
    const previews = [bodyVi, bodyEn, bodyZh].map((body) => markdownToHtml(body.slice(0, LONGEST_PREVIEW)));
    return data({ typed, problem: null, previews }, { headers: PRIVATE });
  }
  const { slug } = params;
  if (!isTermsSlug(slug)) throw new Response(m.law_unknown(), { status: 404, headers: PRIVATE });
  const page = { key, slug, after: wholeNumber(typed.after), bodyVi, bodyEn, bodyZh, holdsFrom };
  const answer = await answered(request, context.api.terms.publish(page));
  return keptOr(answer, typed, localeOf(params), '/office/terms?published');
}

export default function EditTerms() {
  const { slug, typed, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const href = useHref();
  const previews = answer && 'previews' in answer ? answer.previews : null;
  return (
    <>
      <PageHeader title={m.law_office_edit({ page: termsTitle(slug) })}>
        <LinkButton kind="quiet" to={href('/office/terms')}>
          {m.law_office_back()}
        </LinkButton>
      </PageHeader>
      {previews ? (
        <section aria-labelledby="preview" className="mb-8 max-w-3xl rounded-crate border-2 border-edge p-4">
          <h2 id="preview" className="mb-4 text-22">
            {m.law_office_previewed()}
          </h2>
          {previews.filter(Boolean).map((html) => (
            <div key={html} className="mb-6">
              <WordsOfTerms html={html} />
            </div>
          ))}
        </section>
      ) : null}
      <TermsForm typed={answer?.typed ?? typed} problem={answer?.problem ?? null} formKey={formKey} />
    </>
  );
}
