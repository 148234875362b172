import { Link } from '@remix-run/react';
import { CHIP, ChosenChips } from '~/components/chosen-chips';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';
import type { Season } from '../seasons';
import { type AskedFruit, allChosen, type Counts, choosing, pathOf } from './asked-fruit';
import { sieveWords, valueWords } from './sieve-words';

const FRUIT_CHIP = `${CHIP} aria-[current=true]:border-rind aria-[current=true]:bg-rind aria-[current=true]:text-on-rind`;

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
          <Link to={to([])} aria-current={chosen.length === 0 ? 'true' : undefined} className={FRUIT_CHIP}>
            {m.shop_products_all()}
          </Link>
        </li>
        {values.map((value) => (
          <li key={value}>
            <Link
              to={to([value])}
              aria-current={chosen.includes(value) ? 'true' : undefined}
              className={FRUIT_CHIP}
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

/** What the list is sifted by, but for the kind of fruit. */
export function ChosenSieves({ asked, seasons }: Asking) {
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
    <ChosenChips
      clear={{ words: m.finding_clear(), to: href('/products') }}
      chosen={chosen.map(({ sieve, value }) => {
        const words = valueWords(sieve, value, seasons, locale);
        const letGo = m.finding_let_go({ what: `${sieveWords(sieve)}: ${words}` });
        return { key: `${sieve} ${value}`, words, letGo, to: href(pathOf(without(sieve, value))) };
      })}
    />
  );
}
