import { addMember, changeMember, membersInOffice } from '@baunghe/coop';
import { z } from 'zod';
import { day, id, line } from './fields.ts';
import { only, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

const manager = only('manager');

const said = writeKey.extend({
  name: line(120, 'name_missing'),
  shown: z.enum(['nothing', 'name'], 'invalid'),
});

/** The members of the cooperative, as managers write them down. */
export const membersRouter = router({
  all: manager.query(({ ctx }) => membersInOffice(ctx.database)),

  add: manager
    .input(
      said.extend({
        code: z
          .string('code_invalid')
          .trim()
          .toUpperCase()
          .regex(/^[A-Z0-9]{1,12}$/, 'code_invalid'),
        joinedOn: day,
      }),
    )
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'members.add', input, (tx) => {
        const { key: _key, ...member } = input;
        return addMember(tx, ctx.moment(), ctx.person, member);
      }),
    ),

  change: manager.input(said.extend({ id })).mutation(({ ctx, input }) =>
    writeOnce(ctx, 'members.change', input, (tx) => {
      const { key: _key, ...member } = input;
      return changeMember(tx, ctx.moment(), ctx.person, member);
    }),
  ),
});
