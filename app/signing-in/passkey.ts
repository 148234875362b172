/** Whether this browser makes passkeys and reads their options as JSON (WebAuthn Level 3, 5.1.8 and 5.1.9). */
export function knowsPasskeys(): boolean {
  return (
    typeof PublicKeyCredential !== 'undefined' &&
    'parseCreationOptionsFromJSON' in PublicKeyCredential &&
    'parseRequestOptionsFromJSON' in PublicKeyCredential
  );
}

type Begun = { challengeId: string; options: unknown };

/** What became of a new passkey; `say` is why the server took none, where it says so. */
export type AddedPasskey = { added: true } | { added: false; say: string | null };

/** Makes a passkey for who is signed in. `more` goes along with what the server is asked, such as its name. */
export async function addPasskey(door: string, more: Record<string, string> = {}): Promise<AddedPasskey> {
  const begun = await ask<Begun>(door, { act: 'begin', ...more });
  if (!begun.ok) return { added: false, say: begun.say };
  const options = begun.told.options as Parameters<
    typeof PublicKeyCredential.parseCreationOptionsFromJSON
  >[0];
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  const made = await orNull(navigator.credentials.create({ publicKey }));
  if (!made) return { added: false, say: null };
  const { digits: _spent, ...rest } = more;
  const kept = await ask(door, { act: 'add', ...rest, ...signed(begun.told, made) });
  return kept.ok ? { added: true } : { added: false, say: kept.say };
}

/** Signs in by a passkey of this site. Returns where to go on; null where nobody was signed in. */
export async function enterByPasskey(door: string): Promise<string | null> {
  const entered = await signByPasskey<{ to: string }>(door, 'begin-entry', 'enter');
  return entered.ok ? entered.told.to : null;
}

/** Proves by a passkey who is signed in already; `say` is why it does not, where the server says so. */
export async function proveByPasskey(door: string): Promise<{ proved: boolean; say: string | null }> {
  const proved = await signByPasskey(door, 'begin-proof', 'prove');
  return { proved: proved.ok, say: proved.ok ? null : proved.say };
}

async function signByPasskey<T>(door: string, begin: string, then: string): Promise<Answer<T>> {
  const begun = await ask<Begun>(door, { act: begin });
  if (!begun.ok) return begun;
  const options = begun.told.options as Parameters<typeof PublicKeyCredential.parseRequestOptionsFromJSON>[0];
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const found = await orNull(navigator.credentials.get({ publicKey }));
  return found ? ask<T>(door, { act: then, ...signed(begun.told, found) }) : { ok: false, say: null };
}

function signed({ challengeId }: Begun, credential: Credential) {
  return { challengeId, response: JSON.stringify((credential as PublicKeyCredential).toJSON()) };
}

/** Whoever closes the browser's own window has made nothing, which is no error. */
async function orNull(asking: Promise<Credential | null>): Promise<Credential | null> {
  try {
    return await asking;
  } catch {
    return null;
  }
}

type Answer<T> = { ok: true; told: T } | { ok: false; say: string | null };

async function ask<T>(door: string, fields: Record<string, string>): Promise<Answer<T>> {
  try {
    const answer = await fetch(door, { method: 'POST', body: new URLSearchParams(fields) });
    const told = await answer.json();
    return answer.ok ? { ok: true, told } : { ok: false, say: told.say ?? null };
  } catch {
    return { ok: false, say: null };
  }
}
