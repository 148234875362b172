import type { AppLoadContext } from '@remix-run/node';
import type { Locale } from '~/locale';
import { answered } from '~/office/gate-answers.server';
import { provedFirst } from '~/office/proved-first.server';
import { type Problem, problemOf } from '~/office/refusals.server';
import { wholeNumber } from '~/office/whole-number';
import { hundredthsOf } from '~/office/year/percent';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { text } from '~/read-form.server';

/** What the forms of a year's page ask for, and what is said when it is done. */
const DONE = {
  prepare: 'prepared',
  approve: 'approved',
  drop: 'dropped',
  rule: 'rule',
  deal: 'dealing',
  undo: 'undone',
  side: 'side',
  pay: 'paid',
} as const;

type Act = keyof typeof DONE;

/** A form that was refused: what was typed, and what is wrong with it. */
export interface RefusedAct {
  act: Act;
  typed: Record<string, string>;
  problem: Problem;
}

type Api = AppLoadContext['api'];
type Typed = Record<string, string>;

/** Does what a form of a year's page asks for. Throws a 400 Response when it names no act. */
export async function doYearAct(
  request: Request,
  api: Api,
  form: FormData,
  locale: Locale,
): Promise<{ ok: true; done: string } | ({ ok: false } & RefusedAct)> {
  const named = text(form, 'act');
  if (!Object.hasOwn(DONE, named)) {
    throw new Response(m.office_unknown_request(), { status: 400, headers: PRIVATE });
  }
  const act = named as Act;
  const typed = Object.fromEntries([...form.keys()].map((name) => [name, text(form, name)]));
  const answer =
    act === 'approve' || act === 'pay'
      ? await provedFirst(request, api, form, () => asking(api, act, typed))
      : await answered(request, asking(api, act, typed));
  if (answer.ok) return { ok: true, done: DONE[act] };
  const problem = problemOf(answer.error, locale);
  const { fundHundredths, capitalHundredths } = problem.beside;
  const beside = {
    ...problem.beside,
    ...(fundHundredths ? { percent: fundHundredths } : {}),
    ...(capitalHundredths ? { capitalPercent: capitalHundredths } : {}),
  };
  return { ok: false, act, typed, problem: { ...problem, beside } };
}

async function asking(api: Api, act: Act, typed: Typed) {
  const { key = '', id = '', why = '' } = typed;
  const { yearEnd } = api;
  switch (act) {
    case 'prepare':
      return yearEnd.prepare({ key, year: wholeNumber(typed.year) });
    case 'approve':
      return yearEnd.approve({ key, id });
    case 'drop':
      return yearEnd.drop({ key, id, why });
    case 'rule':
      return yearEnd.addRule(ruleOf(typed));
    case 'deal':
      return yearEnd.addDealing(dealingOf(typed));
    case 'undo':
      return yearEnd.undoDealing({ key, id, why });
    case 'pay':
      return yearEnd.payShare({
        ...{ key, yearEndId: typed.yearEndId ?? '', memberId: id, reference: typed.reference ?? '' },
        through: typed.through as 'bank',
      });
    case 'side':
      return yearEnd.correctSide({
        key,
        orderCode: typed.orderCode ?? '',
        side: typed.side as 'internal',
        why,
      });
  }
}

const ruleOf = ({ key = '', fromYear, percent = '', capitalPercent = '', byUse, note = '' }: Typed) => ({
  ...{ key, fromYear: wholeNumber(fromYear), fundHundredths: hundredthsOf(percent), note },
  capitalHundredths: capitalPercent.trim() === '' ? 0 : hundredthsOf(capitalPercent),
  byUse: byUse as 'grams',
});

/** Whatever was sent: the gate says whether kind, side and way are any. */
const dealingOf = ({
  key = '',
  kind,
  side,
  day = '',
  amount,
  through,
  what = '',
  reference = '',
}: Typed) => ({
  ...{ key, day, amount: wholeNumber(amount), what, reference },
  ...{ kind: kind as 'cost', side: side as 'internal', through: through as 'bank' },
});
