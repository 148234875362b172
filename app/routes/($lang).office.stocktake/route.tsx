import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { EmptyState } from '~/components/empty-state';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { answered, asked } from '~/office/gate-answers.server';
import { leadOn, typedIn } from '~/office/lot-act.server';
import { useKeepOpened } from '~/offline/page-kept';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { useHref } from '~/use-locale';
import { CountSheet } from './count-sheet';
import { readSheet } from './read-sheet.server';

export const meta: MetaFunction = () => [{ title: m.stock_count_title() }];

export const headers = () => PRIVATE;

/** Every lot with fruit left, those that expire first at the top. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const lots = await asked(request, context.api.store.sheet());
  lots.sort((a, b) => +a.bestBefore - +b.bestBefore || (a.batch < b.batch ? -1 : 1));
  return { lots, key: crypto.randomUUID(), saved: new URL(request.url).searchParams.get('saved') };
}

/** Shows how the count differs, or saves it; refused, gives the sheet back as it was filled in. */
export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const { typed } = await typedIn(request);
  const { counts, beside } = readSheet(typed);
  const wrong = Object.keys(beside).length > 0;
  const above = wrong ? m.office_say_fields() : counts.length === 0 ? m.stock_count_nothing() : null;
  if (above) {
    return data({ typed, problem: { status: 422, above, beside } }, { status: 422, headers: PRIVATE });
  }
  if (typed.act === 'preview') return data({ typed, problem: null }, { headers: PRIVATE });
  const answer = await answered(request, context.api.store.saveStocktake({ key: typed.key ?? '', counts }));
  const differing = answer.ok ? answer.value.differing : 0;
  return leadOn(args, `/office/stocktake?saved=${differing}`, { typed, answer });
}

export default function Stocktake() {
  const { lots, key, saved } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const href = useHref();
  useKeepOpened(key);
  return (
    <div className="max-w-3xl">
      <PageHeader title={m.stock_count_title()} lead={m.stock_count_lead()}>
        <LinkButton to={href('/office/lots')} kind="quiet">
          {m.office_lot_all()}
        </LinkButton>
      </PageHeader>
      {saved !== null && !answered ? (
        <Notice tone="good" title={m.stock_count_saved({ differing: Number(saved) || 0 })} />
      ) : null}
      {lots.length === 0 ? (
        <EmptyState sign="basket" title={m.office_lots_empty_title()} text={m.office_lots_empty_staff()} />
      ) : (
        // Anew once a count was saved, for the next one.
        <CountSheet key={answered ? 'answered' : key} lots={lots} formKey={key} answered={answered} />
      )}
    </div>
  );
}
