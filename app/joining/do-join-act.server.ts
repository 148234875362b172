import { LARGEST_PHOTO } from '@baunghe/api';
import type { AppLoadContext } from '@remix-run/node';
import * as m from '~/paraglide/messages.js';
import { readForm, text } from '~/read-form.server';
import { heard, OWN } from '~/shop/after/own-order.server';
import type { Said } from '~/shop/said';
import type { CodeShown } from '~/signing-in/phone-and-code';
import { landIn, photosIn, readLand, type TypedLand } from './read-join.server';
import { sayJoining } from './say-joining.server';
import { type Answer, proveLater, sendProved } from './send-proved.server';

type Own = { code: string; joinKey: string };

/** What came of a form: `said` is why it was refused, null: it was done. */
export interface Done {
  act: string;
  wasDraft: boolean;
  said: Said | null;
  typedLand: TypedLand | null;
  typedWords: string;
  /** A code that is on its way to the number, and has not proved it yet. */
  code: CodeShown | null;
}

/** Most that a form with its photos may weigh. */
const MOST_BYTES = 4 * LARGEST_PHOTO;

/** Does what an applicant's form asks for. Photos are kept one by one: those before a bad one stay. */
export async function doJoinAct(api: AppLoadContext['api'], own: Own, request: Request): Promise<Done> {
  const form = await readForm(request, MOST_BYTES);
  const nothing = { act: '', wasDraft: false, typedLand: null, typedWords: '', code: null };
  if (!form) return { ...nothing, said: sayJoining({ code: 'form_too_large' }) };
  const act = text(form, 'act');
  const typedLand = act === 'land' ? readLand(form) : null;
  const typedWords = text(form, 'words').slice(0, 1200);
  const { joining } = api;
  const sent = { ...own, key: text(form, 'key') };
  const before = act === 'withdraw' ? await joining.follow(own) : null;
  const wasDraft = before?.ok === true && before.value.state === 'draft';
  let code: CodeShown | null = null;
  const withCode = async (way: typeof sendProved, onlyCode: boolean) => {
    const done = await way(api, own, form, onlyCode);
    code = done.code;
    return done.answer;
  };
  const sending = async (onlyCode: boolean) => {
    const kept = await keepPhotos(api, own, form);
    return kept.ok ? withCode(sendProved, onlyCode) : kept;
  };
  const acts: Record<string, () => Promise<Answer>> = {
    land: () => heard(joining.tellLand({ ...own, ...landIn(typedLand ?? readLand(form)) })),
    papers: () => keepPhotos(api, own, form),
    send: () => sending(false),
    code: () => sending(true),
    prove: () => withCode(proveLater, false),
    'prove-again': () => withCode(proveLater, true),
    drop: () => heard(joining.dropPaper({ ...sent, paperId: text(form, 'paperId').slice(0, 64) || '-' })),
    answer: async () => {
      const kept = await keepPhotos(api, own, form);
      return kept.ok ? heard(joining.answer({ ...sent, words: typedWords })) : kept;
    },
    withdraw: () => heard(joining.withdraw({ ...sent, why: null })),
  };
  const run = acts[act];
  if (!run) throw new Response(m.errors_bad_request(), { status: 400, headers: OWN });
  const answer = await run();
  const said = answer.ok ? null : sayJoining(answer.error);
  return { act, wasDraft, said, typedLand, typedWords, code };
}

async function keepPhotos({ joining }: AppLoadContext['api'], own: Own, form: FormData): Promise<Answer> {
  for (const photo of await photosIn(form)) {
    const kept: Answer = await heard(joining.addPaper({ ...own, ...photo }));
    if (!kept.ok) return kept;
  }
  return { ok: true, value: null };
}
