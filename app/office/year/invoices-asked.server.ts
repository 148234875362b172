const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The period that `?fromDay=&toDay=` names; null for a day that is left out. */
export function invoicesAsked(request: Request) {
  const search = new URL(request.url).searchParams;
  const day = (name: string) => {
    const typed = search.get(name) ?? '';
    return DAY.test(typed) ? typed : null;
  };
  return { fromDay: day('fromDay'), toDay: day('toDay') };
}
