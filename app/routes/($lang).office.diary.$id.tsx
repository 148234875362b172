import type { ApiOutputs } from '@baunghe/api';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { Notice } from '~/components/notice';
import { Sign } from '~/components/sign';
import { asked } from '~/office/gate-answers.server';
import { Orchard } from '~/office/orchard';
import { actSign, actWords } from '~/orchard/act-words';
import { DiaryFacts } from '~/orchard/diary-line';
import { FreeNotice } from '~/orchard/free-words';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { useHref } from '~/use-locale';

export const meta: MetaFunction = () => [{ title: m.farm_diary_title() }];

export const headers = () => PRIVATE;

/** One entry; 404 for one that there is not, or that the person may not read. `?new`: it was just written. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { api } = context;
  const found = await asked(request, api.diary.entry({ id: params.id ?? '' }));
  if (!found.ok) throw new Response(m.farm_diary_not_found(), { status: 404, headers: PRIVATE });
  const me = await asked(request, api.session.me());
  const writes = me.kind === 'person' && me.roles.some((role) => role !== 'packer');
  const isNew = new URL(request.url).searchParams.has('new');
  return { entry: found.value, writes, isNew, today: context.now };
}

type Entry = Extract<ApiOutputs['diary']['entry'], { ok: true }>['value'];

export default function DiaryEntryPage() {
  const { entry, writes, isNew, today } = useLoaderData<typeof loader>();
  const href = useHref();
  return (
    <Orchard>
      <div className="grid gap-6">
        {isNew ? <Notice tone="good" title={m.farm_diary_saved()} /> : null}
        <div>
          <h1 className="flex items-center gap-2 text-28">
            <Sign name={actSign(entry.act)} size={32} />
            {actWords(entry.act)}
          </h1>
          <p>{m.farm_diary_entry_of({ plot: entry.plotCode, name: entry.plotName })}</p>
        </div>
        <CutTooEarly entry={entry} />
        <FreeNotice plot={entry.plotCode} notBefore={entry.notBefore} today={today} />
        <DiaryFacts entry={entry} />
        <div className="grid gap-3">
          {writes ? (
            <LinkButton to={href('/office/diary/new')} wide tall kind={isNew ? 'primary' : 'quiet'}>
              {m.farm_diary_other_act()}
            </LinkButton>
          ) : null}
          <LinkButton to={href(`/office/diary?plot=${entry.plotCode}`)} wide tall kind="quiet">
            {m.farm_diary_title()}
          </LinkButton>
        </div>
      </div>
    </Orchard>
  );
}

/** Says which lots were cut inside the entry's interval: what is left of them is held, what is gone is gone. */
function CutTooEarly({ entry }: { entry: Entry }) {
  const input = entry.inputName ?? '';
  const codes = (lots: Entry['inside']) => lots.map(({ batch }) => batch).join(', ');
  const held = entry.inside.filter(({ heldReason }) => heldReason !== null);
  const sold = entry.inside.filter((lot) => lot.heldReason === null && lot.onHandGrams === 0);
  return (
    <>
      {held.length > 0 ? (
        <Notice tone="care" title={m.farm_diary_held_title({ lots: codes(held) })}>
          {m.farm_diary_held({ input })}
        </Notice>
      ) : null}
      {sold.length > 0 ? (
        <Notice tone="care" title={m.farm_diary_sold_title({ lots: codes(sold) })}>
          {m.farm_diary_sold({ input })}
        </Notice>
      ) : null}
    </>
  );
}
