import { formatDayOfYear, formatDong, formatKilograms } from '~/format';
import { nameIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import { Answer } from './answer';
import { BarRows } from './bar-rows';
import { Columns } from './columns';
import { sumOf } from './figures';
import { figuresOf } from './figures-of';
import { type Look, rowsPath } from './paths';
import { percent, roughly, weekShort } from './words';

const MOST_BARS = 8;

/** What sells: week by week, and each product beside what it sold before. */
export function SalesAnswer({ look }: { look: Look }) {
  const locale = useLocale();
  const { sold, weeks, period } = look;
  const byWeek = weeks.map((monday) => ({
    monday,
    grams: sumOf(
      sold.weeks.filter((each) => +each.monday === +monday),
      ({ grams }) => grams,
    ),
  }));
  const most = Math.max(...byWeek.map(({ grams }) => grams));
  return (
    <Answer
      question="sales"
      period={period}
      sentence={useSentence(look)}
      rule={m.seeing_sales_rule()}
      figures={figuresOf('sales', look, locale)}
    >
      {weeks.length > 1 ? (
        <figure>
          <figcaption className="mb-1 text-14 text-muted">{m.seeing_sales_by_week()}</figcaption>
          <Columns
            paints={['full']}
            tickWidth={locale === 'vi' ? 46 : 68}
            amount={(kilograms) => formatKilograms(kilograms * 1000, locale)}
            columns={byWeek.map(({ monday, grams }) => ({
              ...{ key: monday.toISOString(), tick: formatDayOfYear(monday, locale) },
              to: rowsPath('sales', period, { week: monday }),
              title: `${weekShort(monday, locale)}: ${roughly(grams, locale)}`,
              parts: [grams / 1000],
              said: grams > 0 && grams === most ? roughly(grams, locale) : undefined,
            }))}
          />
        </figure>
      ) : null}
      <ProductBars look={look} />
    </Answer>
  );
}

/** The products that brought in most, in đồng, each with a line where it was before. */
function ProductBars({ look: { sold, products, period } }: { look: Look }) {
  const locale = useLocale();
  const known = productsOf(sold.weeks, sold.before).slice(0, MOST_BARS);
  const compared = sold.before.length > 0;
  if (known.length === 0) return null;
  return (
    <figure>
      <figcaption className="mb-1 text-14 text-muted">
        {compared ? m.seeing_sales_by_product() : m.seeing_sales_by_product_alone()}
      </figcaption>
      <BarRows
        bars={known.map(({ productId, grams, dong, before }) => {
          const product = products.find(({ id }) => id === productId);
          return {
            key: productId,
            name: product ? nameIn(product, locale) : productId,
            to: rowsPath('sales', period, { product: productId }),
            value: formatDong(dong, locale),
            note: compared
              ? m.seeing_sales_note({ kg: roughly(grams, locale), before: formatDong(before, locale) })
              : roughly(grams, locale),
            parts: [{ amount: dong, paint: 'full' }],
            ...(before > 0 ? { mark: before } : {}),
          };
        })}
      />
    </figure>
  );
}

function productsOf(now: Look['sold']['weeks'], before: Look['sold']['before']) {
  const ids = [...new Set([...now, ...before].map(({ productId }) => productId))];
  return ids
    .map((productId) => {
      const own = now.filter((each) => each.productId === productId);
      return {
        productId,
        grams: sumOf(own, ({ grams }) => grams),
        dong: sumOf(own, ({ dong }) => dong),
        before: before.find((each) => each.productId === productId)?.dong ?? 0,
      };
    })
    .sort((a, b) => b.dong - a.dong);
}

function useSentence({ sold, products }: Look): string {
  const locale = useLocale();
  const [kg, dong] = [sumOf(sold.weeks, ({ grams }) => grams), sumOf(sold.weeks, ({ dong }) => dong)];
  const before = sumOf(sold.before, (each) => each.dong);
  const [best] = productsOf(sold.weeks, []);
  const product = products.find(({ id }) => id === best?.productId);
  if (sold.weeks.length === 0 || !product) return m.seeing_sales_none();
  const facts = { kg: roughly(kg, locale), dong: formatDong(dong, locale), best: nameIn(product, locale) };
  if (before === 0) return m.seeing_sales_said(facts);
  const change = percent(Math.abs(dong - before), before);
  return dong >= before
    ? m.seeing_sales_said_more({ ...facts, change })
    : m.seeing_sales_said_less({ ...facts, change });
}
