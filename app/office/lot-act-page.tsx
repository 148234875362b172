import type { ReactNode } from 'react';
import { LinkButton } from '~/components/button';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { formatKilograms } from '~/format';
import { ScanToLot } from '~/offline/scan-lot';
import { WaitingOf } from '~/offline/waiting-of';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';
import { type Lot, lotFruit } from './lot-in-store';
import type { Problem } from './refusals.server';
import { SignInElsewhere } from './sign-in-elsewhere';

/** The acts on a lot that have a page, by the last word of its address. */
type Act = 'grade' | 'spoil' | 'look' | 'place';

type LotActPageProps = { title: string; act?: Act; lot: Lot; problem: Problem | null; children: ReactNode };

/** The page of one act on a lot: which lot, what is free of it, the way back, and why the form was refused. */
export function LotActPage({ title, act, lot, problem, children }: LotActPageProps) {
  const href = useHref();
  const locale = useLocale();
  const kg = (grams: number) => formatKilograms(grams, locale);
  return (
    <div className="max-w-2xl">
      <PageHeader title={title} lead={`${m.office_lot_kind()} ${lot.batch} · ${lotFruit(lot, locale)}`}>
        <LinkButton to={href(`/office/lots/${lot.batch}`)} kind="quiet">
          {m.office_state_back()}
        </LinkButton>
      </PageHeader>
      <p className="mb-6">
        {m.stock_on_hand_free({
          hand: kg(lot.onHandGrams),
          free: kg(lot.onHandGrams - lot.reservedGrams),
          kept: kg(lot.reservedGrams),
        })}
      </p>
      <div className="mb-6 empty:hidden">
        <WaitingOf of={lot.batch} />
      </div>
      {act ? (
        <div className="mb-6">
          <ScanToLot here={lot.batch} act={act} />
        </div>
      ) : null}
      {problem?.above ? (
        <div className="mb-6">
          <Notice tone="care" title={problem.above}>
            <SignInElsewhere problem={problem} />
          </Notice>
        </div>
      ) : null}
      {children}
    </div>
  );
}
