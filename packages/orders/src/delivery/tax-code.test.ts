import { testDatabase } from '@baunghe/db/testing';
import { expect, it } from 'vitest';
import { holdsAsTaxCode } from './tax-code.ts';

it('takes a tax code by its check digit, a branch, or a person by their identity number', async () => {
  const codes = [
    '0000000017',
    '0000000018',
    '0000000017-001',
    '0000000017-000',
    '079200000001',
    '179200000001',
    '',
  ];
  expect(codes.filter(holdsAsTaxCode)).toEqual(['0000000017', '0000000017-001', '079200000001']);
  const test = await testDatabase(1);
  const [row] = await test.db.$queryRaw<{ same: string[] }[]>`
    SELECT array_agg(c) AS same FROM unnest(${codes}::text[]) AS c WHERE tax_code_holds(c)`;
  await test.close();
  expect(row?.same).toEqual(codes.filter(holdsAsTaxCode));
});
