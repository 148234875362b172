import { type Acts, doAct, type RefusedAct, type SentForm, type Typed } from '~/office/do-act.server';
import { wholeNumber } from '~/office/whole-number';
import { hundredthsOf } from '~/office/year/percent';

type Act = 'prepare' | 'approve' | 'drop' | 'rule' | 'deal' | 'undo' | 'side' | 'pay';

/** A form of a year's page that was refused. */
export type RefusedYear = RefusedAct<Act>;

/** Does what a form of a year's page asks for. Throws a 400 Response when it names no act. */
export async function doYearAct(
  sent: SentForm,
): Promise<{ ok: true; act: Act } | ({ ok: false } & RefusedYear)> {
  const done = await doAct(sent, actsOf(sent));
  if (done.ok) return done;
  const { fundHundredths, capitalHundredths } = done.problem.beside;
  const beside = {
    ...done.problem.beside,
    ...(fundHundredths ? { percent: fundHundredths } : {}),
    ...(capitalHundredths ? { capitalPercent: capitalHundredths } : {}),
  };
  return { ...done, problem: { ...done.problem, beside } };
}

const actsOf = ({ api: { yearEnd } }: SentForm): Acts<Act> => ({
  prepare: ({ key = '', year }) => yearEnd.prepare({ key, year: wholeNumber(year) }),
  approve: ({ key = '', id = '' }) => yearEnd.approve({ key, id }),
  drop: ({ key = '', id = '', why = '' }) => yearEnd.drop({ key, id, why }),
  rule: (typed) => yearEnd.addRule(ruleOf(typed)),
  deal: (typed) => yearEnd.addDealing(dealingOf(typed)),
  undo: ({ key = '', id = '', why = '' }) => yearEnd.undoDealing({ key, id, why }),
  pay: ({ key = '', yearEndId = '', id: memberId = '', reference = '', through }) =>
    yearEnd.payShare({ key, yearEndId, memberId, reference, through: through as 'bank' }),
  side: ({ key = '', orderCode = '', side, why = '' }) =>
    yearEnd.correctSide({ key, orderCode, side: side as 'internal', why }),
});

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
