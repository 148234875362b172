import type { ApiOutputs } from '@baunghe/api';
import { Notice } from '~/components/notice';
import { formatDay, formatDong, formatInstant } from '~/format';
import type { Locale } from '~/locale';
import { nameIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { lastDayOf } from '~/shop/marked-words';
import { soldByWords } from '~/shop/units';
import { useLocale } from '~/use-locale';

type OfLot = ApiOutputs['markdowns']['ofLot'];
type Markdown = OfLot['all'][number];

function offWords({ percent, kiloDong }: Markdown, locale: Locale): string {
  if (percent !== null) return m.markdown_off_percent({ percent });
  return m.markdown_off_kilo({ price: formatDong(Number(kiloDong ?? 0n), locale) });
}

/** That a lot is sold for less, by how much and until when. */
export function LotMarkdownNotice({ markdown }: { markdown: Markdown }) {
  const locale = useLocale();
  const day = formatDay(lastDayOf(markdown.endsAt), locale);
  return (
    <Notice tone="plain" title={m.markdown_holds({ off: offWords(markdown, locale), day })}>
      {markdown.reason}
    </Notice>
  );
}

/** What a lot's fruit is sold as, and for how much. */
export function LotPrices({ open, prices }: Pick<OfLot, 'open' | 'prices'>) {
  const locale = useLocale();
  return (
    <section>
      <h2 className="text-22">{m.markdown_prices()}</h2>
      {prices.length === 0 ? <p className="text-muted">{m.markdown_no_products()}</p> : null}
      <ul className="mt-2 divide-y divide-line border-y border-line">
        {prices.map((price) => (
          <li key={price.productId} className="flex flex-wrap justify-between gap-x-4 py-2">
            <span>
              {nameIn(price, locale)} <span className="text-muted">/ {soldByWords(price, locale)}</span>
            </span>
            <PriceNow price={price} isDown={open !== null} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function PriceNow({ price, isDown }: { price: OfLot['prices'][number]; isDown: boolean }) {
  const locale = useLocale();
  const usual = formatDong(price.usual, locale);
  if (price.marked === null)
    return (
      <span>
        <strong>{usual}</strong>
        {isDown ? <span className="text-muted">, {m.markdown_not_lower()}</span> : null}
      </span>
    );
  return (
    <span>
      <strong>{formatDong(price.marked, locale)}</strong>
      <span className="text-muted">, {m.markdown_usual({ price: usual })}</span>
    </span>
  );
}

/** The mark-downs of a lot so far, with their reasons. */
export function PastMarkdowns({ all }: { all: readonly Markdown[] }) {
  const locale = useLocale();
  if (all.length === 0) return null;
  return (
    <section>
      <h2 className="text-22">{m.markdown_past()}</h2>
      <ul className="mt-2 grid gap-1">
        {all.map((markdown) => (
          <li key={markdown.id}>
            {m.markdown_row({
              off: offWords(markdown, locale),
              from: formatInstant(markdown.createdAt, locale),
              to: formatInstant(markdown.endedAt ?? markdown.endsAt, locale),
              reason: markdown.reason,
            })}{' '}
            {markdown.endedBy ? m.markdown_row_by_hand() : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
