import { type Database, fail, ok, type Result } from '@baunghe/db';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { createAuthEndpoint, isAPIError } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { hashPassword, verifyPassword } from 'better-auth/crypto';
import { betterAuth } from 'better-auth/minimal';
import { phoneNumber as phoneNumberPlugin } from 'better-auth/plugins/phone-number';
import { z } from 'zod';
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
  /** Signs in whom a code or a passkey has proved already; null where their account opens nothing. */
  enter(input: {
    userId: string;
    headers: Headers;
    /** When they gave a second factor with it; null: they did not. */
    provedAt: Date | null;
  }): Promise<{ setCookie: string[] } | null>;
  signOut(input: { headers: Headers }): Promise<{ setCookie: string[] }>;
  whoIs(headers: Headers): Promise<Actor>;
}

/**
 * Opens the accounts over a database: sign-in by telephone number and password, sessions of 30 days in a signed
 * HttpOnly, SameSite=Lax cookie, no call to the network.
 *
 * One-time codes and passkeys are looked at elsewhere (buyers' and the office's are made alike); every way in ends in
 * the same session, so `whoIs` knows of none.
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
      const session = (await maySignIn(database, { phoneNumber: number }, allowDemo))
        ? await openSession(auth, number, password, headers)
        : await spendTheSame(auth, await decoy, password);
      if (!session) return fail({ code: 'wrong_phone_or_password' });
      tries.forget(number);
      await forgetEnded(database, session.userId, now());
      return ok(session);
    },
    async enter({ userId, headers, provedAt }) {
      if (!(await maySignIn(database, { id: userId }, allowDemo))) return null;
      const answer = await auth.api.enterAs({ body: { userId }, headers, returnHeaders: true });
      const { id } = answer.response;
      if (provedAt) await database.session.update({ where: { id }, data: { provedAt } });
      await forgetEnded(database, userId, now());
      return { setCookie: answer.headers.getSetCookie() };
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
          throw new Error('one-time codes are made and sent elsewhere');
        },
      }),
      sessionTokenPlugin,
      enterAsPlugin,
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

/** Opens a session of the usual kind for a person whom this server has proved by other means. It has no path either. */
const enterAsPlugin = {
  id: 'enter-as',
  endpoints: {
    enterAs: createAuthEndpoint(
      { method: 'POST', requireHeaders: true, body: z.object({ userId: z.string() }) },
      async (ctx) => {
        const { internalAdapter } = ctx.context;
        const user = await internalAdapter.findUserById(ctx.body.userId);
        const session = user && (await internalAdapter.createSession(user.id));
        if (!user || !session) throw new Error('no session was made');
        await setSessionCookie(ctx, { session, user });
        return { id: session.id };
      },
    ),
  },
};

async function forgetEnded(database: Database, userId: string, now: Date): Promise<void> {
  await database.session.deleteMany({ where: { userId, expiresAt: { lte: now } } });
}

async function maySignIn(
  database: Database,
  who: { phoneNumber: Phone } | { id: string },
  allowDemo: boolean,
): Promise<boolean> {
  const user = await database.user.findUnique({
    where: who,
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
