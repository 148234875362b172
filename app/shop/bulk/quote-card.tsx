import { formatDay, formatDong, formatKilograms } from '~/format';
import { nameIn } from '~/name-in';
import { weekWords } from '~/orchard/week-bars';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import { placeName } from '../place-name';
import { unitsWords } from '../units';
import type { OwnBulk } from './bulk-words';

type Quote = OwnBulk['quotes'][number];

function Sum({ term, dong, strong }: { term: string; dong: number; strong?: boolean }) {
  const locale = useLocale();
  return (
    <div className={`flex justify-between gap-4 py-1 ${strong ? 'text-18 font-extrabold' : ''}`}>
      <dt>{term}</dt>
      <dd className="whitespace-nowrap">{formatDong(dong, locale)}</dd>
    </div>
  );
}

/** A quote: its lines with their prices a kilogram, delivery, the sum, from where the fruit comes and until when it holds. */
export function QuoteCard({ quote }: { quote: Quote }) {
  const locale = useLocale();
  const { handOver } = quote;
  return (
    <div className="rounded-crate border-2 border-edge p-4">
      <ul className="divide-y divide-line">
        {quote.lines.map((line) => (
          <li key={line.product.id} className="flex flex-wrap justify-between gap-x-4 py-2">
            <span>
              <span className="font-semibold">{nameIn(line.product, locale)}</span>
              <span className="block text-14 text-muted">
                {unitsWords(line.quantity, line.product.saleUnit, locale)} ·{' '}
                {formatKilograms(line.quantity * line.unitGrams, locale)} ·{' '}
                {m.bulk_per_kilogram({ price: formatDong(line.kilo, locale) })}
              </span>
            </span>
            <span className="font-semibold whitespace-nowrap">{formatDong(line.sum, locale)}</span>
          </li>
        ))}
      </ul>
      <dl className="border-t border-line pt-2">
        <Sum term={m.bulk_delivery()} dong={quote.delivery} />
        <Sum term={m.bulk_total()} dong={quote.total} strong />
        {quote.deposit > 0 ? <Sum term={m.bulk_deposit()} dong={quote.deposit} /> : null}
      </dl>
      <p className="mt-2">
        {quote.monday ? m.bulk_from_week({ week: weekWords(quote.monday, locale) }) : m.bulk_from_store()}
      </p>
      {handOver ? (
        <p className="mt-1">
          {m.bulk_handed_over({
            place: [
              handOver.street,
              placeName(handOver.ward, locale),
              placeName(handOver.province, locale),
            ].join(', '),
          })}
        </p>
      ) : null}
      <p className="mt-1 font-semibold">{m.bulk_valid_until({ day: formatDay(quote.validUntil, locale) })}</p>
      {quote.message ? <p className="mt-2 whitespace-pre-line">{quote.message}</p> : null}
    </div>
  );
}

/** The quotes that newer ones replaced. */
export function OlderQuotes({ quotes }: { quotes: readonly Quote[] }) {
  if (quotes.length === 0) return null;
  return (
    <details>
      <summary className="flex min-h-11 cursor-pointer items-center font-semibold">
        {m.bulk_older({ count: quotes.length })}
      </summary>
      <div className="space-y-4">
        {quotes.map((quote) => (
          <QuoteCard key={quote.id} quote={quote} />
        ))}
      </div>
    </details>
  );
}
