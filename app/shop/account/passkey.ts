/** Whether this browser makes passkeys and reads their options as JSON (WebAuthn Level 3, 5.1.8 and 5.1.9). */
export function knowsPasskeys(): boolean {
  return (
    typeof PublicKeyCredential !== 'undefined' &&
    'parseCreationOptionsFromJSON' in PublicKeyCredential &&
    'parseRequestOptionsFromJSON' in PublicKeyCredential
  );
}

type Begun = { challengeId: string; options: unknown };

/** Makes a passkey for who is signed in. Returns false where it was not made or not taken. */
export async function addPasskey(door: string): Promise<boolean> {
  const begun = await ask<Begun>(door, { act: 'begin' });
  if (!begun) return false;
  const options = begun.options as Parameters<typeof PublicKeyCredential.parseCreationOptionsFromJSON>[0];
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  const made = await orNull(navigator.credentials.create({ publicKey }));
  return made !== null && (await ask(door, { act: 'add', ...signed(begun, made) })) !== null;
}

/** Signs in by a passkey of this site. Returns where to go on; null where nobody was signed in. */
export async function enterByPasskey(door: string): Promise<string | null> {
  const begun = await ask<Begun>(door, { act: 'begin-entry' });
  if (!begun) return null;
  const options = begun.options as Parameters<typeof PublicKeyCredential.parseRequestOptionsFromJSON>[0];
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const found = await orNull(navigator.credentials.get({ publicKey }));
  const entered = found && (await ask<{ to: string }>(door, { act: 'enter', ...signed(begun, found) }));
  return entered ? entered.to : null;
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

async function ask<T>(door: string, fields: Record<string, string>): Promise<T | null> {
  try {
    const answer = await fetch(door, { method: 'POST', body: new URLSearchParams(fields) });
    return answer.ok ? ((await answer.json()) as T) : null;
  } catch {
    return null;
  }
}
