/** What the trail is searched for, as its address says; what cannot be read is left out. */
export function trailSearch(request: Request) {
  const { searchParams } = new URL(request.url);
  const given = (name: string) => searchParams.get(name)?.trim().slice(0, 64) || null;
  const day = given('day');
  const after = given('after');
  return {
    wanted: {
      byUser: given('who'),
      procedure: given('what'),
      code: given('code'),
      day: day && /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : null,
    },
    after: after && /^\d{1,18}$/.test(after) ? after : null,
  };
}
