import type { ApiOutputs } from '@baunghe/api';
import { PageHeader } from '~/components/page-header';
import { WhenFree } from '~/orchard/when-free';
import * as m from '~/paraglide/messages.js';
import { BigDoor, type BigDoorProps } from './big-door';
import type { Lot } from './lot-in-store';
import { LotList } from './lot-list';
import { Orchard } from './orchard';

type HomeOfGrowerProps = {
  name: string;
  plots: ApiOutputs['harvests']['plots'];
  lots: Lot[];
  today: Date;
};

/** What a member comes for: the harvest, the diary, when a plot is free, and the latest lots. */
export function HomeOfGrower({ name, plots, lots, today }: HomeOfGrowerProps) {
  return (
    <Orchard>
      <PageHeader title={m.office_home_hello({ name })} />
      <div className="grid grid-cols-2 gap-3">
        {memberDoors().map((door, at) => (
          <BigDoor key={door.to} {...door} first={at === 0} />
        ))}
      </div>
      {plots.length > 0 ? <WhenFree plots={plots} today={today} /> : null}
      {lots.length > 0 ? (
        <section className="mt-8">
          <h2 className="mb-2 text-22">{m.office_home_latest()}</h2>
          <LotList lots={lots} today={today} />
        </section>
      ) : null}
    </Orchard>
  );
}

/** The most frequent first; a new page gets its line here. */
const memberDoors = (): Omit<BigDoorProps, 'first'>[] => [
  {
    to: '/office/harvests/new',
    sign: 'basket',
    title: m.office_home_door_harvest(),
    text: m.office_home_door_harvest_text(),
  },
  {
    to: '/office/diary/new',
    sign: 'book',
    title: m.farm_home_door_diary(),
    text: m.farm_home_door_diary_text(),
  },
  {
    to: '/office/lots',
    sign: 'box',
    title: m.office_home_door_store(),
    text: m.office_home_door_store_text(),
  },
  {
    to: '/office/plots',
    sign: 'plot',
    title: m.farm_nav_plots(),
    text: m.farm_home_door_plots_text(),
  },
  {
    to: '/office/requests/mine',
    sign: 'message',
    title: m.joining_requests_door(),
    text: m.joining_requests_door_text(),
  },
];
