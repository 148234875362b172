import { formatKilograms } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';

type Part = { key: string; name: string; grams: number };

const PAINT: Record<string, string> = {
  inStore: 'bg-rind',
  held: 'bg-rind',
  reserved: 'bg-rind/60',
  packed: 'bg-leaf',
  sent: 'bg-flesh',
  giving_back: 'bg-flesh',
  unknown: 'bg-soil',
  eaten: 'bg-edge',
  destroyed: 'bg-ink',
};

/** Fruit in its parts as one bar, and the same in words with kilograms that sum to the whole. */
export function FruitBar({ title, parts, received }: { title: string; parts: Part[]; received: number }) {
  const locale = useLocale();
  const shown = parts.filter(({ grams }) => grams !== 0);
  const whole = shown.reduce((sum, { grams }) => sum + Math.max(0, grams), 0);
  return (
    <section aria-label={title}>
      <h3 className="text-18 font-extrabold">
        {title}: {m.recall_sums_of({ kg: formatKilograms(received, locale) })}
      </h3>
      <div aria-hidden="true" className="mt-2 flex h-6 overflow-hidden rounded-full border border-edge">
        {shown.map(({ key, grams }) => (
          <span
            key={key}
            className={`border-r border-paper last:border-0 ${PAINT[key] ?? 'bg-muted'}`}
            style={{ width: `${whole > 0 ? (Math.max(0, grams) / whole) * 100 : 0}%` }}
          />
        ))}
      </div>
      <dl className="mt-2 grid gap-x-6 gap-y-1 sm:grid-cols-2">
        {shown.map(({ key, name, grams }) => (
          <div key={key} className="flex items-center gap-2">
            <dt className="flex items-center gap-2">
              <span
                aria-hidden="true"
                className={`size-3 shrink-0 border border-edge ${PAINT[key] ?? 'bg-muted'}`}
              />
              {name}
            </dt>
            <dd className="ml-auto font-semibold tabular-nums">{formatKilograms(grams, locale)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
