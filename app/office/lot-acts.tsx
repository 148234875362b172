import { Link } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';
import type { Lot } from './lot-in-store';

const DONE = {
  spoil: m.stock_done_spoil,
  grade: m.stock_done_grade,
  move: m.stock_done_move,
  inspect: m.stock_done_inspect,
  temperature: m.stock_done_temperature,
  markdown: m.markdown_done,
  markdown_end: m.markdown_ended,
};

const isDone = (act: string): act is keyof typeof DONE => Object.hasOwn(DONE, act);

/** What is said on the lot's page after an act; null for none that we know. */
export const lotDoneWords = (act: string | null): string | null =>
  act !== null && isDone(act) ? DONE[act]() : null;

/** What staff do with a lot where there may be no signal, by the last words of the pages' addresses. */
export const LOT_ACTS = ['spoil', 'grade', 'place', 'look'];

/** What staff can do with a lot in the store, a page each. */
export function LotActs({ lot, manages }: { lot: Lot; manages: boolean }) {
  const href = useHref();
  const to = (act: string) => href(`/office/lots/${lot.batch}/${act}`);
  return (
    <nav aria-label={m.stock_acts()} className="grid gap-3 sm:grid-cols-2">
      {lot.onHandGrams > 0 ? (
        <>
          <LinkButton to={to('spoil')} kind="quiet" wide tall>
            {m.stock_spoil_title()}
          </LinkButton>
          <LinkButton to={to('grade')} kind="quiet" wide tall>
            {m.stock_grade_title()}
          </LinkButton>
          {manages ? (
            <LinkButton to={to('markdown')} kind="quiet" wide tall>
              {m.markdown_office_title()}
            </LinkButton>
          ) : null}
          <LinkButton to={to('place')} kind="quiet" wide tall>
            {m.stock_place_title()}
          </LinkButton>
        </>
      ) : null}
      <LinkButton to={to('look')} kind="quiet" wide tall>
        {m.stock_look_title()}
      </LinkButton>
      {manages ? (
        <LinkButton to={to('events')} kind="quiet" wide tall>
          {m.stock_events_title()}
        </LinkButton>
      ) : null}
    </nav>
  );
}

/** Which lot it was sorted from, and which were sorted from it. */
export function LotFamily({ lot }: { lot: Lot }) {
  if (!lot.sortedFrom && lot.sortedInto.length === 0) return null;
  return (
    <div className="grid gap-1">
      {lot.sortedFrom ? (
        <p>
          {m.stock_sorted_from()} <LotLink batch={lot.sortedFrom} />
        </p>
      ) : null}
      {lot.sortedInto.length > 0 ? (
        <p>
          {m.stock_sorted_into()}{' '}
          {lot.sortedInto.map((batch) => (
            <LotLink key={batch} batch={batch} />
          ))}
        </p>
      ) : null}
    </div>
  );
}

function LotLink({ batch }: { batch: string }) {
  const href = useHref();
  return (
    <Link
      to={href(`/office/lots/${batch}`)}
      className="mr-3 inline-flex min-h-11 items-center font-semibold text-rind underline underline-offset-4"
    >
      {batch}
    </Link>
  );
}
