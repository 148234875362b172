import type { AppLoadContext } from '@remix-run/node';
import type { Locale } from '~/locale';
import { answered } from '~/office/gate-answers.server';
import { problemOf, type Refusal } from '~/office/refusals.server';
import * as m from '~/paraglide/messages.js';
import { text } from '~/read-form.server';

/** What became of the orders that a step was asked for; `key` is kept where the form is to be sent again. */
export interface BulkDone {
  status: number;
  key: string | null;
  above: string | null;
  carrier: { typed: string; error: string | null };
  /** The numbers typed beside orders, by their codes. */
  trackings: Record<string, string>;
  results: { code: string; refused: string | null }[];
}

type Answered = { ok: true; value: unknown } | { ok: false; error: Refusal };

/** Does one step for the orders chosen in the board's form. */
export async function bulkStep(
  request: Request,
  api: AppLoadContext['api'],
  form: FormData,
  locale: Locale,
): Promise<BulkDone> {
  const [key, carrier] = [text(form, 'key'), text(form, 'carrier')];
  const codes = form.getAll('order').map(String);
  const trackings = trackingsIn(form);
  const ask = async () => {
    const each = await steps(api, text(form, 'act'), { key, codes, carrier, trackings });
    return { ok: true as const, value: each as { code: string; answer: Answered }[] };
  };
  const answer = await answered(request, ask());
  if (!answer.ok) {
    const problem = problemOf(answer.error as Refusal, locale);
    const error = problem.beside.carrier ?? null;
    const above = problem.beside.codes ?? problem.above;
    return { status: problem.status, key, above, carrier: { typed: carrier, error }, trackings, results: [] };
  }
  const results = answer.value.map(({ code, answer: one }) => ({
    code,
    refused: one.ok ? null : sentenceOf(one.error, locale),
  }));
  const none = { typed: '', error: null };
  // What was not done is still to be done, with what was typed.
  const undone = results.some(({ refused }) => refused !== null);
  const still = undone
    ? { carrier: { typed: carrier, error: null }, trackings }
    : { carrier: none, trackings: {} };
  return { status: 200, key: null, above: null, ...still, results };
}

type Asked = { key: string; codes: string[]; carrier: string; trackings: Record<string, string> };

function steps(api: AppLoadContext['api'], act: string, { key, codes, ...shipping }: Asked) {
  if (act === 'deliver') return api.bulkSteps.deliver({ key, codes });
  if (act === 'want') return api.bulkSteps.want({ key, codes });
  return api.bulkSteps.ship({ key, codes, ...shipping });
}

/** The numbers typed beside orders, by their codes. */
function trackingsIn(form: FormData): Record<string, string> {
  const typed = [...form.keys()].filter((name) => name.startsWith('tracking:'));
  return Object.fromEntries(typed.map((name) => [name.slice('tracking:'.length), text(form, name)]));
}

function sentenceOf(refusal: Refusal, locale: Locale): string {
  const { above, beside } = problemOf(refusal, locale);
  return above ?? Object.values(beside)[0] ?? m.office_order_refused();
}
