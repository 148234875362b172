import { type Database, fail, ok, type Result } from '@baunghe/db';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { createAuthEndpoint, isAPIError } from 'better-auth/api';
import { hashPassword, verifyPassword } from 'better-auth/crypto';
import { betterAuth } from 'better-auth/minimal';
import { phoneNumber as phoneNumberPlugin } from 'better-auth/plugins/phone-number';
import { PASSWORD_LENGTH } from './create-account.ts';
import { type Phone, phoneNumber } from './phone-number.ts';
import { SignInTries } from './sign-in-tries.ts';
import { type Actor, whoHolds } from './who-is.ts';

const THIRTY_DAYS_S = 30 * 86_400;

/** What the accounts need to know of the place they run in. */
export interface AccountsSettings {
  database: Database;
  /** Signs the session cookie; 32 characters at least. A new one signs everybody out. */
  secret: string;
  /** Where the site is reached, such as https://example.vn. */
  baseUrl: string;
  /** Whether cookies go over HTTPS only. */
  secureCookies: boolean;
  /** Other origins that the site answers at. */
  trustedOrigins: readonly string[];
  /** Whether accounts of the demo season may sign in: never in production. */
  allowDemo: boolean;
  /** The clock of tries and of the end of sessions; the system's when left out. */
  now?: () => Date;
}

/** Why somebody was not signed in. An unknown number and a wrong password are told, and cost, the same. */
export type SignInFailure =
  | { code: 'wrong_phone_or_password' }
  | { code: 'phone_invalid' }
  | { code: 'too_many_tries'; retryAfterSeconds: number };

/** The acts on sessions. `headers` are those of the request; `setCookie` are values of `Set-Cookie` for the answer. */
export interface Accounts {
  signIn(input: {
    phone: string;
    password: string;
    headers: Headers;
  }): Promise<Result<{ setCookie: string[]; userId: string }, SignInFailure>>;
  signOut(input: { headers: Headers }): Promise<{ setCookie: string[] }>;
  whoIs(headers: Headers): Promise<Actor>;
}

/**
 * Opens the accounts over a database: sign-in by telephone number and password, sessions of 30 days in a signed
 * HttpOnly, SameSite=Lax cookie, no call to the network.
 *
 * What comes later fits in without moving anything: one-time codes are the same plugin with a real `sendOTP` (the
 * `verification` table is there), passkeys are the plugin `@better-auth/passkey` with its own table; each becomes one
 * more act here that calls `auth.api`, and `whoIs` stays as it is, since every way in ends in the same session.
 * better-auth's own HTTP handler is not mounted, so nothing but these acts is reachable from outside.
 */
export function createAccounts(settings: AccountsSettings): Accounts {
  const auth = openBetterAuth(settings);
  const tries = new SignInTries();
  const decoy = hashPassword('nobody has this password');
  const now = settings.now ?? (() => new Date());
  const { database, allowDemo } = settings;

  return {
    async signIn({ phone, password, headers }) {
      const parsed = phoneNumber(phone);
      if (!parsed.ok) return parsed;
      const number = parsed.value.e164;
      const retryAfterSeconds = tries.take(number, now());
      if (retryAfterSeconds > 0) return fail({ code: 'too_many_tries', retryAfterSeconds });
      if (password.length > PASSWORD_LENGTH.most) return fail({ code: 'wrong_phone_or_password' });
      const session = (await maySignIn(database, number, allowDemo))
        ? await openSession(auth, number, password, headers)
        : await spendTheSame(auth, await decoy, password);
      if (!session) return fail({ code: 'wrong_phone_or_password' });
      tries.forget(number);
      await database.session.deleteMany({ where: { userId: session.userId, expiresAt: { lte: now() } } });
      return ok(session);
    },
    async signOut({ headers }) {
      const answer = await auth.api.signOut({ headers, returnHeaders: true });
      return { setCookie: answer.headers.getSetCookie() };
    },
    async whoIs(headers) {
      if (!headers.get('cookie')?.includes('session_token=')) return { kind: 'guest' };
      const token = await auth.api.sessionToken({ headers });
      return token ? whoHolds(database, token, now(), allowDemo) : { kind: 'guest' };
    },
  };
}

type Auth = ReturnType<typeof openBetterAuth>;

function openBetterAuth({ database, secret, baseUrl, secureCookies, trustedOrigins }: AccountsSettings) {
  return betterAuth({
    appName: 'baunghe',
    baseURL: baseUrl,
    // As a list, since a lone `secret` gives way to a variable of the environment.
    secrets: [{ version: 1, value: secret }],
    trustedOrigins: [...trustedOrigins],
    database: prismaAdapter(database, { provider: 'postgresql' }),
    session: { expiresIn: THIRTY_DAYS_S, disableSessionRefresh: true },
    advanced: {
      cookiePrefix: 'baunghe',
      useSecureCookies: secureCookies,
      // Sign-in needs no record of where people are.
      ipAddress: { disableIpTracking: true },
    },
    telemetry: { enabled: false },
    logger: { level: 'error' },
    plugins: [
      phoneNumberPlugin({
        sendOTP: () => {
          throw new Error('one-time codes are not sent yet');
        },
      }),
      sessionTokenPlugin,
    ],
  });
}

/** Tells the token in the session cookie once its signature holds. It has no path: only this server calls it. */
const sessionTokenPlugin = {
  id: 'session-token',
  endpoints: {
    sessionToken: createAuthEndpoint({ method: 'GET', requireHeaders: true }, async (ctx) => {
      const token = await ctx.getSignedCookie(ctx.context.authCookies.sessionToken.name, ctx.context.secret);
      return token || null;
    }),
  },
};

async function maySignIn(database: Database, phone: Phone, allowDemo: boolean): Promise<boolean> {
  const user = await database.user.findUnique({
    where: { phoneNumber: phone },
    select: { demo: true, switchedOffAt: true },
  });
  return user !== null && user.switchedOffAt === null && (allowDemo || !user.demo);
}

async function openSession(auth: Auth, phoneNumber: Phone, password: string, headers: Headers) {
  try {
    const answer = await auth.api.signInPhoneNumber({
      body: { phoneNumber, password },
      headers,
      returnHeaders: true,
    });
    return { setCookie: answer.headers.getSetCookie(), userId: answer.response.user.id };
  } catch (error) {
    if (isAPIError(error) && error.statusCode === 401) return null;
    throw error;
  }
}

/** One look-up and one hash, as for a known number, so that the time taken does not tell who has an account. */
async function spendTheSame(auth: Auth, hash: string, password: string): Promise<null> {
  const { internalAdapter } = await auth.$context;
  await internalAdapter.findCredentialAccount('nobody');
  await verifyPassword({ hash, password });
  return null;
}
