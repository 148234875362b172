import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { vietnamDayText } from '~/format';
import { hrefIn, localeOf } from '~/locale';
import { answered, asked } from '~/office/gate-answers.server';
import { NoPlots } from '~/office/no-plots';
import { Orchard } from '~/office/orchard';
import { actOf } from '~/orchard/act-words';
import { farmProblemOf } from '~/orchard/refusals.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf } from '~/read-form.server';
import { ActDoors } from './act-doors';
import { DiaryForm } from './diary-form';
import { readDiary } from './read-diary.server';

export const meta: MetaFunction = () => [{ title: m.farm_diary_new_title() }];

export const headers = () => PRIVATE;

/** Which acts there are; with `?act=` the form of one of them, filled in with what this person wrote last. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { api, now } = context;
  const [plots, offers, me] = await asked(
    request,
    Promise.all([api.harvests.plots(), api.diary.offers(), api.session.me()]),
  );
  const { searchParams } = new URL(request.url);
  const act = actOf(searchParams.get('act'));
  const plot = plots.find(({ code }) => code === searchParams.get('plot'));
  const today = vietnamDayText(now);
  const yesterday = vietnamDayText(new Date(now.getTime() - 86_400_000));
  const operator = offers.operator ?? (me.kind === 'person' ? me.name : '');
  const first = { plotId: plot?.id ?? offers.plotId, operator, equipment: offers.equipment };
  return { act, plots, inputs: offers.inputs, first, today, yesterday, key: crypto.randomUUID() };
}

/** Writes the entry and leads to it; refused, gives the form back as it was filled in. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const { typed, entry } = readDiary(await formOf(request));
  const written = await answered(request, context.api.diary.record(entry));
  if (written.ok) throw redirect(hrefIn(locale, `/office/diary/${written.value}?new`), { headers: PRIVATE });
  const problem = farmProblemOf(written.error, locale);
  return data({ typed, problem }, { status: problem.status, headers: PRIVATE });
}

export default function NewDiaryEntry() {
  const { act, plots, inputs, first, today, yesterday, key } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (plots.length === 0) return <NoPlots title={m.farm_diary_new_title()} />;
  return (
    <Orchard>
      {act ? (
        <DiaryForm
          act={act}
          plots={plots}
          inputs={inputs}
          first={first}
          days={{ today, yesterday }}
          formKey={key}
          answered={refused}
        />
      ) : (
        <ActDoors />
      )}
    </Orchard>
  );
}
