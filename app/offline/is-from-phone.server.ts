/** Whether a form comes through the outbox of a phone, which still holds its photo. */
export const isFromPhone = (request: Request): boolean => new URL(request.url).searchParams.has('phoneNow');

/** Waited longer than this, a form tells of what was a while ago. */
const FRESH_MS = 60_000;

/** Whether a form was filled in just now; one from a phone's outbox says for how long it waited, by the phone's clock. */
export function isFresh(request: Request): boolean {
  const { searchParams } = new URL(request.url);
  const [sent, saved] = ['phoneNow', 'savedAt'].map((name) => Number(searchParams.get(name)));
  return !isFromPhone(request) || Math.abs((sent ?? 0) - (saved ?? 0)) < FRESH_MS;
}
