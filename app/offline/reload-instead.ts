/**
 * What Remix takes for "open this page anew" when it asks for a page's data: its single-fetch redirect with `reload`,
 * in turbo-stream's form. A page that was kept can then be opened whole.
 */
export function reloadInstead(data: URL): Response {
  const path = data.pathname.replace(/\.data$/, '').replace(/^\/_root$/, '/');
  const search = new URLSearchParams(data.search);
  search.delete('_routes');
  const to = path + (search.size > 0 ? `?${search}` : '');
  const fields = { redirect: to, status: 302, revalidate: false, reload: true, replace: false };
  const flat: unknown[] = [['SingleFetchRedirect', 1], {}];
  for (const [name, value] of Object.entries(fields)) {
    flat.push(name, value);
    Object.assign(flat[1] as object, { [`_${flat.length - 2}`]: flat.length - 1 });
  }
  return new Response(`${JSON.stringify(flat)}\n`, {
    status: 202,
    headers: { 'Content-Type': 'text/x-script', 'X-Remix-Response': 'yes' },
  });
}
