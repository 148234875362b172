/** The year that `?year=` names; null where it names none. */
export function yearAsked(request: Request): number | null {
  const typed = new URL(request.url).searchParams.get('year') ?? '';
  return /^2\d{3}$/.test(typed) ? Number(typed) : null;
}
