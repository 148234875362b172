import type { LoaderFunctionArgs } from '@remix-run/node';
import { actWords } from '~/office/act-words';
import { asked } from '~/office/gate-answers.server';
import { thingWords } from '~/office/things';
import { trailSearch } from '~/office/trail-search.server';
import { refusedWords, whoActed } from '~/office/who-acted';
import { csvAnswer, csvText } from '~/orchard/csv-answer.server';
import * as m from '~/paraglide/messages.js';

/** What the trail's page shows, as a file; instants in UTC. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const rows = await asked(request, context.api.trail.export(trailSearch(request).wanted));
  const titles = [
    m.people_trail_at(),
    m.people_trail_who(),
    m.people_trail_what(),
    m.people_trail_about(),
    m.people_trail_done(),
  ];
  const lines = rows.map(({ at, byName, byUser, procedure, about, outcome }) => [
    at.toISOString(),
    whoActed({ byName, byUser }),
    actWords(procedure),
    about.map((thing) => thingWords(thing, new Map())).join(', '),
    outcome === 'done' ? m.people_trail_done() : refusedWords(procedure),
  ]);
  return csvAnswer(csvText([titles, ...lines]), 'viec-da-lam.csv');
}
