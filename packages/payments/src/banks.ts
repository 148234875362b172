declare const binMark: unique symbol;

/** A bank's six digits at NAPAS. */
export type BankBin = string & { readonly [binMark]: true };

/** Banks by BIN, with the name a buyer knows them by; those that most people have come first. */
export const BANKS: readonly { bin: string; name: string }[] = [
  { bin: '970405', name: 'Agribank' },
  { bin: '970415', name: 'VietinBank' },
  { bin: '970436', name: 'Vietcombank' },
  { bin: '970418', name: 'BIDV' },
  { bin: '970422', name: 'MB' },
  { bin: '970407', name: 'Techcombank' },
  { bin: '970416', name: 'ACB' },
  { bin: '970432', name: 'VPBank' },
  { bin: '970403', name: 'Sacombank' },
  { bin: '970423', name: 'TPBank' },
  { bin: '970437', name: 'HDBank' },
  { bin: '970443', name: 'SHB' },
  { bin: '970441', name: 'VIB' },
  { bin: '970426', name: 'MSB' },
  { bin: '970448', name: 'OCB' },
  { bin: '970431', name: 'Eximbank' },
  { bin: '970440', name: 'SeABank' },
  { bin: '970449', name: 'LPBank' },
];

/** Vouches for a bank's six digits. @throws RangeError when they are not six digits. */
export function bankBin(text: string): BankBin {
  if (!/^\d{6}$/.test(text)) throw new RangeError(`not a bank's BIN: ${text}`);
  return text as BankBin;
}

/** The name of the bank with this BIN, or null for one that is not in the list. */
export function bankName(bin: string): string | null {
  return BANKS.find((bank) => bank.bin === bin)?.name ?? null;
}
