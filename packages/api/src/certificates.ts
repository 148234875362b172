import { CertificateKind } from '@baunghe/db';
import { certificates, keepCertificate } from '@baunghe/farm';
import { z } from 'zod';
import { day, line, optionalLine } from './fields.ts';
import { only, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

const certificate = writeKey.extend({
  kind: z.enum(CertificateKind, 'kind_missing'),
  number: line(60, 'number_missing'),
  issuer: line(120, 'name_missing'),
  memberCode: optionalLine(20),
  plotCode: optionalLine(20),
  validFrom: day,
  validTo: day,
});

/** Certificates of the cooperative, its members and its plots. */
export const certificatesRouter = router({
  list: only('packer', 'manager').query(({ ctx }) => certificates(ctx.database, ctx.moment().now, {})),

  /** Those that end within 60 days, or have ended since as long. */
  ending: only('packer', 'manager').query(({ ctx }) =>
    certificates(ctx.database, ctx.moment().now, { endingOnly: true }),
  ),

  keep: only('manager')
    .input(certificate)
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'certificates.keep', input, (tx) => {
        const { key: _key, ...told } = input;
        return keepCertificate(tx, ctx.moment(), ctx.person.userId, told);
      }),
    ),
});
