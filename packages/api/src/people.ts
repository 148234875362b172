import {
  acceptInvitation,
  changeRoles,
  dropFactor,
  dropPasskeys,
  endStaffSessions,
  factorState,
  invitationOf,
  invitationToken,
  invite,
  openInvitations,
  peopleInOffice,
  switchAccount,
  takesSms,
  withdrawInvitation,
} from '@baunghe/coop';
import { fail, ok, Role } from '@baunghe/db';
import { queueSms } from '@baunghe/notices';
import { z } from 'zod';
import { refuseDemoPerson } from './demo-account.ts';
import { id, line, phone } from './fields.ts';
import { tellPerson } from './tell-person.ts';
import { anyone, only, provedJustNow, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

const manager = only('manager');
const role = z.enum(Role, 'role_missing');
const roles = z.array(role).max(10);
const token = z.string().max(64);

/** Who works here: accounts, roles, invitations. */
export const peopleRouter = router({
  board: manager.query(async ({ ctx }) => {
    const { now } = ctx.moment();
    return {
      people: await peopleInOffice(ctx.database, now),
      invitations: await openInvitations(ctx.database, now),
    };
  }),

  /** Gives somebody these roles and no others. */
  changeRoles: manager.input(writeKey.extend({ userId: id, roles })).mutation(({ ctx, input }) =>
    writeOnce(ctx, 'people.changeRoles', input, async (tx) => {
      return (await refuseDemoPerson(ctx, tx, input.userId)) ?? changeRoles(tx, input);
    }),
  ),

  /** Switches an account off, which signs its owner out everywhere, or on again. */
  switch: manager.input(writeKey.extend({ userId: id, isOn: z.boolean() })).mutation(({ ctx, input }) =>
    writeOnce(ctx, 'people.switch', input, async (tx) => {
      // One that is off already may be switched on.
      const refused = input.isOn ? null : await refuseDemoPerson(ctx, tx, input.userId);
      return refused ?? switchAccount(tx, ctx.moment().now, input);
    }),
  ),

  /** Signs somebody out everywhere. */
  endSessions: manager.input(writeKey.extend({ userId: id })).mutation(({ ctx, input }) =>
    writeOnce(ctx, 'people.endSessions', input, async (tx) => {
      const refused = await refuseDemoPerson(ctx, tx, input.userId);
      if (refused) return refused;
      await endStaffSessions(tx, input.userId, 'all');
      return ok(undefined);
    }),
  ),

  /** Takes somebody else's lost second factor and passkeys away, signs them out everywhere and tells them by SMS. */
  dropFactor: provedJustNow('manager')
    .input(writeKey.extend({ userId: id }))
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'people.dropFactor', input, async (tx) => {
        const { userId } = input;
        if (userId === ctx.person.userId) return fail({ code: 'own_factor' });
        const { isOn } = await factorState(tx, userId);
        const passkeys = await dropPasskeys(tx, { door: 'office', id: userId }, null);
        if (!isOn && passkeys === 0) return fail({ code: 'factor_off' });
        await dropFactor(tx, userId);
        await endStaffSessions(tx, userId, 'all');
        const answer = { code: 'factor_dropped' } as const;
        await tellPerson(tx, ctx.moment(), ctx.settings, { userId, answer });
        return ok(undefined);
      }),
    ),

  /** Asks somebody to work here. Their link is told this once, and sent where messages leave. */
  invite: manager
    .input(
      writeKey.extend({
        name: line(80, 'name_missing'),
        phone,
        roles: roles.min(1, 'role_missing'),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const { secret, sms, demo, publicUrl } = ctx.settings;
      const linkOf = (invitationId: string) =>
        `${publicUrl}/office/invited/${invitationToken(secret, invitationId)}`;
      const sends = Boolean(sms?.sendsBy) && !demo && takesSms(input.phone);
      const invited = await writeOnce(ctx, 'people.invite', input, async (tx) => {
        const { key: _key, ...who } = input;
        const made = await invite(tx, ctx.moment(), { ...who, secret, byUser: ctx.person.userId });
        if (!made.ok || !sms || !sends) return made;
        const text = sms.words({ code: 'invitation', link: linkOf(made.value.id) });
        const plain = { answersId: null, strangerDay: null, demo: false };
        await queueSms(tx, ctx.moment(), { kind: 'invitation', phone: input.phone, text, ...plain });
        return made;
      });
      if (!invited.ok) return invited;
      return ok({ link: linkOf(invited.value.id), isSent: sends });
    }),

  withdrawInvitation: manager.input(writeKey.extend({ id })).mutation(({ ctx, input }) =>
    writeOnce(ctx, 'people.withdrawInvitation', input, async (tx) => {
      await withdrawInvitation(tx, input.id);
      return ok(undefined);
    }),
  ),

  /** Who is invited by a link. */
  invitation: anyone.input(z.object({ token })).query(async ({ ctx, input }) => {
    const found = await invitationOf(ctx.database, ctx.moment().now, input.token);
    if (!found) return fail({ code: 'invitation_gone' });
    return ok({ name: found.name, roles: found.roles });
  }),

  /** Makes the account that a link is for, and signs its owner in. A link opens once, so no writer's key is needed. */
  accept: anyone
    .input(z.object({ token, password: z.string().max(400) }))
    .mutation(async ({ ctx, input }) => {
      const made = await ctx.database.$transaction((tx) => acceptInvitation(tx, ctx.moment(), input));
      if (!made.ok) return made;
      ctx.written();
      const { phone } = made.value;
      const entered = await ctx.accounts.signIn({ phone, password: input.password, headers: ctx.headers });
      if (entered.ok) ctx.setCookie.push(...entered.value.setCookie);
      return ok(undefined);
    }),
});
