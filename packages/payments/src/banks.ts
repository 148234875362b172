declare const binMark: unique symbol;

/** A bank's six digits at NAPAS. */
export type BankBin = string & { readonly [binMark]: true };

/** Banks by BIN, with the name a buyer knows them by. */
const banks: readonly { bin: string; name: string }[] = [
  { bin: '970405', name: 'Agribank' },
  { bin: '970415', name: 'VietinBank' },
  { bin: '970416', name: 'ACB' },
  { bin: '970418', name: 'BIDV' },
  { bin: '970422', name: 'MB' },
  { bin: '970436', name: 'Vietcombank' },
];

/** Vouches for a bank's six digits. @throws RangeError when they are not six digits. */
export function bankBin(text: string): BankBin {
  if (!/^\d{6}$/.test(text)) throw new RangeError(`not a bank's BIN: ${text}`);
  return text as BankBin;
}

/** The name of the bank with this BIN, or null for one that is not in the list. */
export function bankName(bin: string): string | null {
  return banks.find((bank) => bank.bin === bin)?.name ?? null;
}
