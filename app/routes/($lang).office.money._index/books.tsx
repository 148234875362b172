import type { ApiOutputs } from '@baunghe/api';
import { formatDong } from '~/format';
import { accountWords } from '~/office/money-words';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';

type Account = ApiOutputs['money']['books'][number]['account'];

/** What each account stands at; the last line is nothing, or the database let something through. */
export function Books({ books }: { books: { account: Account; dong: number }[] }) {
  const locale = useLocale();
  const sum = books.reduce((all, { dong }) => all + dong, 0);
  return (
    <section className="max-w-xl">
      <h2 className="text-22">{m.money_books()}</h2>
      <p className="mb-3 text-muted">{m.money_books_text()}</p>
      <table className="w-full border-collapse">
        <caption className="sr-only">{m.money_books()}</caption>
        <thead>
          <tr className="border-b-2 border-ink text-14 text-muted">
            <th scope="col" className="py-2 text-left font-semibold">
              {m.money_books_account()}
            </th>
            <th scope="col" className="py-2 text-right font-semibold">
              {m.money_books_balance()}
            </th>
          </tr>
        </thead>
        <tbody>
          {books.map(({ account, dong }) => (
            <tr key={account} className="border-b border-line">
              <th scope="row" className="py-2 text-left font-normal">
                {accountWords(account)}
              </th>
              <td className="py-2 text-right">{formatDong(dong, locale)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="border-t-2 border-ink font-extrabold">
            <th scope="row" className="py-2 text-left">
              {m.money_books_sum()}
            </th>
            <td className="py-2 text-right">{formatDong(sum, locale)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
