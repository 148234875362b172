import { nameIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import { Answer } from './answer';
import { BarRows } from './bar-rows';
import { Columns } from './columns';
import { sumOf } from './figures';
import { figuresOf } from './figures-of';
import { PaintNames } from './paint';
import { type Look, rowsPath } from './paths';
import { kindWords, percent } from './words';

const MOST_BARS = 6;
/** Beyond so many days columns stand together as one. */
const LAST_DAY = 14;

/** Days from cut to door: how they are spread, and which products come late. */
export function DaysAnswer({ look }: { look: Look }) {
  const locale = useLocale();
  const { door, period } = look;
  const all = door.products.find(({ productId }) => productId === null);
  const facts = {
    days: all?.median ?? 0,
    late: percent(all?.late ?? 0, all?.rows ?? 0),
    boxes: all?.rows ?? 0,
  };
  return (
    <Answer
      question="days"
      period={period}
      sentence={all ? m.seeing_days_said(facts) : m.seeing_days_none()}
      rule={m.seeing_days_rule()}
      figures={figuresOf('days', look, locale)}
    >
      {all ? (
        <>
          <figure className="grid gap-2">
            <PaintNames
              names={[
                { paint: 'full', words: kindWords('in_time') },
                { paint: 'dotted', words: kindWords('late') },
              ]}
            />
            <Spread look={look} median={all.median} />
          </figure>
          <LateProducts look={look} />
        </>
      ) : null}
    </Answer>
  );
}

function Spread({ look: { door, period }, median }: { look: Look; median: number }) {
  const days = Array.from({ length: LAST_DAY + 1 }, (_, day) => day);
  return (
    <Columns
      paints={['full', 'dotted']}
      tickWidth={22}
      amount={(boxes) => (Number.isInteger(boxes) ? String(boxes) : '')}
      columns={days.map((day) => {
        const own = door.days.filter((each) => Math.min(Math.max(each.days, 0), LAST_DAY) === day);
        const of = (kind: string) =>
          sumOf(
            own.filter((each) => each.kind === kind),
            ({ rows }) => rows,
          );
        const parts = [of('in_time'), of('late')];
        const tick = day === LAST_DAY ? `${day}+` : String(day);
        return {
          ...{ key: String(day), tick, parts },
          to: rowsPath('days', period, day === LAST_DAY ? {} : { days: day }),
          title: m.seeing_days_column({ days: tick, boxes: sumOf(own, ({ rows }) => rows) }),
          said: day === Math.min(median, LAST_DAY) ? m.seeing_days_middle() : undefined,
        };
      })}
    />
  );
}

/** The products of which most boxes come past their best day. */
function LateProducts({ look: { door, products, period } }: { look: Look }) {
  const locale = useLocale();
  const late = door.products
    .filter(({ productId }) => productId !== null)
    .sort((a, b) => b.late / b.rows - a.late / a.rows || b.rows - a.rows)
    .slice(0, MOST_BARS);
  return (
    <figure>
      <figcaption className="mb-1 text-14 text-muted">{m.seeing_days_by_product()}</figcaption>
      <BarRows
        bars={late.map(({ productId, rows, late: some, median }) => {
          const product = products.find(({ id }) => id === productId);
          return {
            key: productId ?? '',
            name: product ? nameIn(product, locale) : '',
            to: rowsPath('days', period, { product: productId ?? '' }),
            value: m.seeing_days_late({ share: percent(some, rows) }),
            note: m.seeing_days_product_note({ boxes: rows, days: median }),
            parts: [
              { amount: (rows - some) / rows, paint: 'full' as const },
              { amount: some / rows, paint: 'dotted' as const },
            ],
          };
        })}
      />
    </figure>
  );
}
