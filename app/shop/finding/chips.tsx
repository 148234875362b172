import { Link } from '@remix-run/react';
import { Sign } from '~/components/sign';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';
import type { Season } from '../seasons';
import { type AskedFruit, allChosen, type Counts, choosing, pathOf } from './asked-fruit';
import { sieveWords, valueWords } from './sieve-words';

const CHIP =
  'inline-flex min-h-11 items-center gap-1.5 rounded-full border-2 border-edge bg-card px-4 font-semibold no-underline hover:border-rind ' +
  'aria-[current=true]:border-rind aria-[current=true]:bg-rind aria-[current=true]:text-on-rind';

type Asking = { asked: AskedFruit; seasons: readonly Season[] };

/** The kinds of fruit, each one tap away, with how many products there are of it. */
export function FruitChips({ asked, counts, seasons }: Asking & { counts: Counts }) {
  const href = useHref();
  const locale = useLocale();
  const chosen = asked.chosen.fruit ?? [];
  const values = Object.keys(counts.fruit);
  if (values.length < 2 && chosen.length === 0) return null;
  const to = (values: string[]) => href(pathOf(choosing(asked, 'fruit', values)));
  return (
    <nav aria-label={m.shop_products_filter()}>
      <ul className="flex flex-wrap gap-2">
        <li>
          <Link to={to([])} aria-current={chosen.length === 0 ? 'true' : undefined} className={CHIP}>
            {m.shop_products_all()}
          </Link>
        </li>
        {values.map((value) => (
          <li key={value}>
            <Link
              to={to([value])}
              aria-current={chosen.includes(value) ? 'true' : undefined}
              className={CHIP}
            >
              {valueWords('fruit', value, seasons, locale)}
              <span className="text-14 font-normal">{counts.fruit[value]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** What is chosen, each value gone with one tap, and all of it with one. */
export function ChosenChips({ asked, seasons }: Asking) {
  const href = useHref();
  const locale = useLocale();
  const chosen = allChosen(asked).filter(({ sieve }) => sieve !== 'fruit');
  if (chosen.length === 0 && asked.words === '') return null;
  const without = (sieve: (typeof chosen)[number]['sieve'], value: string) =>
    choosing(
      asked,
      sieve,
      (asked.chosen[sieve] ?? []).filter((each) => each !== value),
    );
  return (
    <ul className="flex flex-wrap gap-2">
      {chosen.map(({ sieve, value }) => {
        const words = valueWords(sieve, value, seasons, locale);
        return (
          <li key={`${sieve} ${value}`}>
            <Link
              to={href(pathOf(without(sieve, value)))}
              aria-label={m.finding_let_go({ what: `${sieveWords(sieve)}: ${words}` })}
              className={CHIP}
            >
              {words}
              <Sign name="cross" size={16} />
            </Link>
          </li>
        );
      })}
      <li>
        <Link
          to={href('/products')}
          className="inline-flex min-h-11 items-center font-semibold text-rind underline underline-offset-4"
        >
          {m.finding_clear()}
        </Link>
      </li>
    </ul>
  );
}
