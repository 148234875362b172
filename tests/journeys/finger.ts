import { anAuthenticator } from '../../packages/coop/src/testing/index.ts';
import type { Visitor } from './visitor.ts';

/**
 * A phone that is opened by its owner's finger. The Chromium of the journeys ends at a passkey, with a virtual
 * authenticator too, so the test signs in its place, below the page's own script: what the server is sent is what a
 * telephone would send.
 */
export async function withFinger({ page }: Visitor): Promise<void> {
  const origin = new URL(process.env.JOURNEYS_URL ?? '').origin;
  const finger = anAuthenticator('localhost');
  const base64 = (bytes: number[] = []) => Buffer.from(bytes).toString('base64url');
  await page.exposeFunction('makePasskey', (challenge: number[], user: number[]) =>
    finger.make(base64(challenge), origin, base64(user)),
  );
  await page.exposeFunction('signByPasskey', (challenge: number[]) => finger.sign(base64(challenge), origin));
  await page.addInitScript(() => {
    const bound = window as unknown as Record<string, (...asked: number[][]) => Promise<unknown>>;
    const asked = (name: string, ...given: (BufferSource | undefined)[]) =>
      bound[name]?.(...given.map((each) => [...new Uint8Array(each as ArrayBuffer)])).then((signed) => ({
        toJSON: () => signed,
      }));
    Object.assign(navigator.credentials, {
      create: ({ publicKey }: CredentialCreationOptions) =>
        asked('makePasskey', publicKey?.challenge, publicKey?.user.id),
      get: ({ publicKey }: CredentialRequestOptions) => asked('signByPasskey', publicKey?.challenge),
    });
  });
}
