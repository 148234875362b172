import * as m from '~/paraglide/messages.js';

type Mark = { bankName: string | null; lastDigits: string; holder: string };

/** An account as a list tells it: its bank, its last digits and whose it is. */
export function markWords({ bankName, lastDigits, holder }: Mark): string {
  return m.signin_account_mark({ bank: bankName ?? '', digits: lastDigits, holder });
}
