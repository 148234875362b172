import type { ApiOutputs } from '@baunghe/api';
import { Sign } from '~/components/sign';
import { formatDong } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import { accountWords } from './money-words';

/** What an account stands at: positive is debit. */
export interface Stands {
  account: ApiOutputs['books']['balance'][number]['account'];
  dong: number;
}

const CELL = 'py-2 pl-3 text-right whitespace-nowrap';

/** Every account with its debit or credit; the two columns come to the same, or the database let something through. */
export function TrialBalance({ stands }: { stands: readonly Stands[] }) {
  const locale = useLocale();
  const total = (sign: 1 | -1) =>
    stands.reduce((sum, { dong }) => sum + (Math.sign(dong) === sign ? Math.abs(dong) : 0), 0);
  const money = (dong: number) => (dong > 0 ? formatDong(dong, locale) : '');
  const [debit, credit] = [total(1), total(-1)];
  const even = debit === credit;
  return (
    <section className="max-w-2xl">
      <h2 className="mb-2 text-22">{m.settlement_books_balance()}</h2>
      <p className={`mb-3 flex items-center gap-2 font-semibold ${even ? 'text-rind' : 'text-soil'}`}>
        <Sign name={even ? 'check' : 'care'} />
        {even ? m.settlement_books_zero() : m.settlement_books_not_zero()}
      </p>
      <div className="overflow-x-auto">
        <table className="w-full border-collapse text-14 sm:text-16">
          <caption className="sr-only">{m.settlement_books_balance()}</caption>
          <thead>
            <tr className="border-b-2 border-ink text-14 text-muted">
              <th scope="col" className="py-2 text-left font-semibold">
                {m.settlement_books_account()}
              </th>
              <th scope="col" className={`${CELL} font-semibold`}>
                {m.settlement_books_debit()}
              </th>
              <th scope="col" className={`${CELL} font-semibold`}>
                {m.settlement_books_credit()}
              </th>
            </tr>
          </thead>
          <tbody>
            {stands.map(({ account, dong }) => (
              <tr key={account} className="border-b border-line">
                <th scope="row" className="py-2 text-left font-normal">
                  {accountWords(account)}
                </th>
                <td className={CELL}>{money(dong)}</td>
                <td className={CELL}>{money(-dong)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="border-t-2 border-ink font-extrabold">
              <th scope="row" className="py-2 text-left">
                {m.settlement_books_sum()}
              </th>
              <td className={CELL}>{formatDong(debit, locale)}</td>
              <td className={CELL}>{formatDong(credit, locale)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  );
}
