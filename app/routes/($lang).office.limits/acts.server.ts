import type { ApiInputs } from '@baunghe/api';
import { type Acts, doAct, type RefusedAct, type SentForm, type Typed } from '~/office/do-act.server';
import { wholeNumber } from '~/office/whole-number';

type Act = 'approve' | 'decline' | 'takeBack' | 'rule';

/** A form about limits that was refused. */
export type RefusedLimit = RefusedAct<Act>;

/** Does what a form about limits asks for. Throws a 400 Response when it names no act. */
export async function doLimitsAct(
  sent: SentForm,
): Promise<{ ok: true; act: Act } | ({ ok: false } & RefusedLimit)> {
  const done = await doAct(sent, actsOf(sent));
  if (done.ok || done.act !== 'approve') return done;
  // What stands beside a field of a claim's answer stands above a button that has none.
  const { problem } = done;
  const { amount, units, kind } = problem.beside;
  return { ...done, problem: { ...problem, above: problem.above ?? amount ?? units ?? kind ?? null } };
}

function actsOf({ api: { givings } }: SentForm): Acts<Act> {
  const decline = ({ key = '', id = '', why = '' }: Typed) => givings.decline({ key, id, why });
  return {
    approve: ({ key = '', id = '' }) => givings.approve({ key, id }),
    decline,
    // What one asked for oneself is declined as anything else is, and called otherwise.
    takeBack: decline,
    rule: (typed) => givings.addRule(ruleOf(typed)),
  };
}

function ruleOf(typed: Typed): ApiInputs['givings']['addRule'] {
  const { key = '', note = '' } = typed;
  const limit = (name: string) => (typed[name]?.trim() ? wholeNumber(typed[name]) : null);
  const alone = (role: string) => ({
    ...{ refund: limit(`${role}.refund`), credit: limit(`${role}.credit`) },
    ...{ anew: limit(`${role}.anew`), ofOrder: limit(`${role}.ofOrder`) },
  });
  const accountant = { ...alone('accountant'), second: limit('accountant.second') };
  return { key, note, packer: alone('packer'), accountant, manager: alone('manager') };
}
