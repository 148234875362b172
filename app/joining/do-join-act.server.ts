import { LARGEST_PHOTO } from '@baunghe/api';
import type { AppLoadContext } from '@remix-run/node';
import * as m from '~/paraglide/messages.js';
import { readForm, text } from '~/read-form.server';
import { heard, OWN } from '~/shop/after/own-order.server';
import { landIn, photosIn, readLand, type TypedLand } from './read-join.server';
import { type JoinRefusal, type JoinSaid, sayJoining } from './say-joining.server';

type Own = { code: string; joinKey: string };
type Answer = { ok: true; value: unknown } | { ok: false; error: JoinRefusal };

/** What came of a form: `said` is why it was refused, null: it was done. */
export interface Done {
  act: string;
  wasDraft: boolean;
  said: JoinSaid | null;
  typedLand: TypedLand | null;
  typedWords: string;
}

/** Most that a form with its photos may weigh. */
const MOST_BYTES = 4 * LARGEST_PHOTO;

/** Does what an applicant's form asks for. Photos are kept one by one: those before a bad one stay. */
export async function doJoinAct(api: AppLoadContext['api'], own: Own, request: Request): Promise<Done> {
  const form = await readForm(request, MOST_BYTES);
  const nothing = { act: '', wasDraft: false, typedLand: null, typedWords: '' };
  if (!form) return { ...nothing, said: sayJoining({ code: 'form_too_large' }) };
  const act = text(form, 'act');
  const typedLand = act === 'land' ? readLand(form) : null;
  const typedWords = text(form, 'words').slice(0, 1200);
  const { joining } = api;
  const sent = { ...own, key: text(form, 'key') };
  const before = act === 'withdraw' ? await joining.follow(own) : null;
  const wasDraft = before?.ok === true && before.value.state === 'draft';
  const acts: Record<string, () => Promise<Answer>> = {
    land: () => heard(joining.tellLand({ ...own, ...landIn(typedLand ?? readLand(form)) })),
    papers: () => keepPhotos(api, own, form),
    send: async () => {
      const kept = await keepPhotos(api, own, form);
      return kept.ok ? heard(joining.send(sent)) : kept;
    },
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
  return { act, wasDraft, said, typedLand, typedWords };
}

async function keepPhotos({ joining }: AppLoadContext['api'], own: Own, form: FormData): Promise<Answer> {
  for (const photo of await photosIn(form)) {
    const kept: Answer = await heard(joining.addPaper({ ...own, ...photo }));
    if (!kept.ok) return kept;
  }
  return { ok: true, value: null };
}
