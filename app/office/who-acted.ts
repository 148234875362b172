import * as m from '~/paraglide/messages.js';

/** Who is noted for sign-ins with a number that has no account. */
export const NOBODY = 'nobody';

/** Who did something, by name; who has no account any more, by id. */
export function whoActed({ byName, byUser }: { byName: string | null; byUser: string }): string {
  return byUser === NOBODY ? m.signin_trail_nobody() : (byName ?? byUser);
}

/** What an act that came to nothing is called: a sign-in failed, anything else was not theirs to do. */
export function refusedWords(procedure: string): string {
  return procedure.startsWith('session.') ? m.signin_trail_failed() : m.people_trail_refused();
}
