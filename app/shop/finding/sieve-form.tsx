import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { Select } from '~/components/inputs';
import { Sign } from '~/components/sign';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';
import type { Season } from '../seasons';
import { type AskedFruit, allChosen, type Counts, SIEVES, type Sieve } from './asked-fruit';
import { orderChoices, sieveWords, valuesInOrder, valueWords } from './sieve-words';

type Asking = { asked: AskedFruit; counts: Counts; seasons: readonly Season[] };

function SieveChoices({ sieve, asked, counts, seasons }: Asking & { sieve: Sieve }) {
  const locale = useLocale();
  const chosen = asked.chosen[sieve] ?? [];
  const values = valuesInOrder(sieve, [...new Set([...Object.keys(counts[sieve]), ...chosen])]);
  if (values.length < 2 && chosen.length === 0) return null;
  return (
    <fieldset>
      <legend className="font-semibold">{sieveWords(sieve)}</legend>
      <ul className="mt-1 max-sm:columns-2">
        {values.map((value) => {
          const count = counts[sieve][value] ?? 0;
          const isChosen = chosen.includes(value);
          return (
            <li key={value} className="break-inside-avoid">
              <label className="flex min-h-11 cursor-pointer items-center gap-2 has-disabled:cursor-default has-disabled:text-muted">
                <input
                  type="checkbox"
                  name={sieve}
                  value={value}
                  defaultChecked={isChosen}
                  disabled={count === 0 && !isChosen}
                  className="size-5 shrink-0 accent-rind"
                />
                <span>
                  {valueWords(sieve, value, seasons, locale)}{' '}
                  <span className="text-14 text-muted">({count})</span>
                </span>
              </label>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}

/** The sieves, folded away behind a line that says how many are chosen, and the order: one plain form. */
export function SieveForm({ asked, counts, seasons }: Asking) {
  const href = useHref();
  const chosen = allChosen(asked).filter(({ sieve }) => sieve !== 'fruit');
  return (
    <Form
      method="get"
      action={href('/products')}
      key={JSON.stringify(asked)}
      className="flex flex-wrap items-end gap-3"
    >
      {asked.words ? <input type="hidden" name="q" value={asked.words} /> : null}
      {asked.chosen.fruit?.map((fruit) => (
        <input key={fruit} type="hidden" name="fruit" value={fruit} />
      ))}
      <details className="rounded-crate border-2 border-edge bg-card open:w-full">
        <summary className="flex min-h-11 cursor-pointer items-center gap-2 px-3 font-semibold">
          <Sign name="sieve" size={18} />
          {chosen.length > 0 ? m.finding_sieves_chosen({ count: chosen.length }) : m.finding_sieves()}
        </summary>
        <div className="grid w-full gap-x-8 gap-y-4 border-t-2 border-line p-4 sm:grid-cols-2 lg:grid-cols-4">
          {SIEVES.filter((sieve) => sieve !== 'fruit').map((sieve) => (
            <SieveChoices key={sieve} sieve={sieve} asked={asked} counts={counts} seasons={seasons} />
          ))}
        </div>
        <div className="sticky bottom-0 border-t-2 border-line bg-card p-4">
          <Button className="max-sm:w-full">{m.finding_sieves_go()}</Button>
        </div>
      </details>
      <div className="min-w-0 grow basis-36 sm:max-w-72">
        <Field label={m.finding_order()}>
          <Select name="sort" defaultValue={asked.order}>
            {orderChoices().map(({ value, name }) => (
              <option key={value} value={value === 'shop' ? '' : value}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <Button kind="quiet" className="min-h-12">
        {m.finding_order_go()}
      </Button>
    </Form>
  );
}
