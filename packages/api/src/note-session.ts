import { noteAct } from '@baunghe/coop';
import type { ApiContext } from './context.ts';

/** Keeps in the trail that somebody signed in or out. */
export async function noteSession({ database, moment }: ApiContext, byUser: string, procedure: string) {
  await noteAct(database, moment().now, { byUser, procedure, about: [], outcome: 'done' });
}
