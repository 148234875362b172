import type { ApiInputs } from '@baunghe/api';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { EmptyState } from '~/components/empty-state';
import { PageHeader } from '~/components/page-header';
import { hrefIn, localeOf } from '~/locale';
import { answered, asked } from '~/office/gate-answers.server';
import { RatingInOffice } from '~/office/rating-in-office';
import { problemOf } from '~/office/refusals.server';
import { typedIn } from '~/office/typed-listing.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';

export const meta: MetaFunction = () => [{ title: m.finding_office_title() }];

export const headers = () => PRIVATE;

/** The newest ratings, hidden ones too; each form has a key of its own. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const ratings = await asked(request, context.api.ratings.inOffice());
  return { ratings: ratings.map((rating) => ({ rating, formKey: crypto.randomUUID() })) };
}

/** Hides a rating, shows it again or answers it; refused, gives that form back as it was filled in. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const typed = await typedIn(request);
  const { key = '', ratingId = '', words = '' } = typed;
  const kind = typed.kind as ApiInputs['ratings']['act']['kind'];
  const done = await answered(request, context.api.ratings.act({ key, ratingId, kind, words }));
  if (done.ok) throw redirect(hrefIn(locale, '/office/ratings'), { headers: PRIVATE });
  const problem = problemOf(done.error, locale);
  return data({ typed, problem }, { status: problem.status, headers: PRIVATE });
}

export default function Ratings() {
  const { ratings } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  return (
    <div className="max-w-3xl">
      <PageHeader title={m.finding_office_title()} lead={m.finding_office_lead()} />
      {ratings.length === 0 ? (
        <EmptyState sign="star" title={m.finding_office_none()} text={m.finding_office_none_text()} />
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {ratings.map(({ rating, formKey }) => (
            <RatingInOffice key={rating.id} rating={rating} formKey={formKey} refused={refused} />
          ))}
        </ul>
      )}
    </div>
  );
}
