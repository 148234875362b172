const NAME = 'hold';
const KEPT_SECONDS = 15 * 60;

/** What the visitor's checkout keeps, by its id; null when it keeps nothing that this browser knows of. */
export function readHold(request: Request): string | null {
  const pairs = (request.headers.get('Cookie') ?? '').split(/;\s*/);
  const id = pairs.find((pair) => pair.startsWith(`${NAME}=`))?.slice(NAME.length + 1) ?? '';
  return /^hld_[0-9a-z]{10,40}$/.test(id) ? id : null;
}

/** The `Set-Cookie` that remembers what a checkout keeps for as long as it does, or forgets it. */
export function holdCookie(id: string | null, { secure }: { secure: boolean }): string {
  const seconds = id === null ? 0 : KEPT_SECONDS;
  return `${NAME}=${id ?? ''}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}
