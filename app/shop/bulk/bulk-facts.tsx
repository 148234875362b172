import type { ReactNode } from 'react';
import { formatDay, formatKilograms } from '~/format';
import { nameIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import { placeName } from '../place-name';
import { needWords, type OwnBulk, TERMS } from './bulk-words';

/** A term with what it is. */
export function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-14 text-muted">{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

type Asked = Pick<
  OwnBulk,
  | ('variety' | 'grade' | 'grams' | 'wantedOn' | 'packing' | 'kind' | 'province' | 'ward' | 'street')
  | ('country' | 'port' | 'terms' | 'needs' | 'note')
>;

/** What was asked for and where to. */
export function AskedFor({ bulk }: { bulk: Asked }) {
  const locale = useLocale();
  const fruit = nameIn(bulk.variety, locale);
  const { grade, province, ward, terms } = bulk;
  return (
    <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
      <Fact term={m.bulk_fruit()}>
        {grade === null ? m.bulk_fruit_any({ fruit }) : m.bulk_fruit_grade({ fruit, grade })}
      </Fact>
      <Fact term={m.bulk_kg()}>{formatKilograms(bulk.grams, locale)}</Fact>
      <Fact term={m.bulk_wanted_on()}>{formatDay(bulk.wantedOn, locale)}</Fact>
      {bulk.packing ? <Fact term={m.bulk_packing()}>{bulk.packing}</Fact> : null}
      {province && ward ? (
        <Fact term={m.bulk_domestic()}>
          {bulk.street}, {placeName(ward, locale)}, {placeName(province, locale)}
        </Fact>
      ) : null}
      {bulk.kind === 'export' ? (
        <>
          <Fact term={m.bulk_export()}>{[bulk.country, bulk.port].filter(Boolean).join(', ')}</Fact>
          {terms ? (
            <Fact term={m.bulk_terms()}>
              {terms}: {TERMS[terms]()}
            </Fact>
          ) : null}
          {bulk.needs.length > 0 ? (
            <Fact term={m.bulk_needs()}>{bulk.needs.map(needWords).join('; ')}</Fact>
          ) : null}
        </>
      ) : null}
      {bulk.note ? <Fact term={m.bulk_note()}>{bulk.note}</Fact> : null}
    </dl>
  );
}
