import { expect, it } from 'vitest';
import { payoutTables } from './payout-file.server';

it('lays transfers out as banks take them: plain capitals, accounts as text, who is paid in cash apart', () => {
  const account = { holder: 'Đỗ Thị Ngọc-Ánh', account: '0071000123456', bin: '970436', bankName: 'VCB' };
  const paid = { accountWaits: false, dong: 1_234_567, memo: 'BAU NGHE XV01 20261115' };
  const [bank, cash] = payoutTables([
    { name: 'Lê Văn Đủ', account: null, ...paid },
    { name: 'Ngọc Ánh', account, ...paid, accountWaits: true },
  ]);
  expect(bank.rows.map((row) => row.slice(0, 6))).toEqual([
    ['DO THI NGOC ANH', '0071000123456', '970436', 'VCB', 1_234_567, 'BAU NGHE XV01 20261115'],
  ]);
  expect(bank.rows[0]?.[6]).not.toBe('');
  expect(cash.rows.map(([name, , , , dong]) => [name, dong])).toEqual([['LE VAN DU', 1_234_567]]);
});
