import { PageHeader } from '~/components/page-header';
import * as m from '~/paraglide/messages.js';
import { BigDoor, type BigDoorProps } from './big-door';

/** Where somebody who looks over the cooperative's shoulder begins to read. */
export function HomeOfAuditor({ name }: { name: string }) {
  return (
    <>
      <PageHeader title={m.office_home_hello({ name })} lead={m.people_home_auditor()} />
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
        {auditorDoors().map((door) => (
          <BigDoor key={door.to} {...door} />
        ))}
      </div>
    </>
  );
}

const auditorDoors = (): BigDoorProps[] => [
  {
    to: '/office/orders',
    sign: 'receipt',
    title: m.office_nav_orders(),
    text: m.people_home_read_orders(),
  },
  { to: '/office/money', sign: 'seal', title: m.money_nav(), text: m.people_home_read_money() },
  { to: '/office/lots', sign: 'box', title: m.office_nav_lots(), text: m.people_home_read_lots() },
  { to: '/office/diary', sign: 'leaf', title: m.farm_nav_diary(), text: m.people_home_read_diary() },
  { to: '/office/trail', sign: 'book', title: m.people_trail(), text: m.people_home_read_trail() },
  { to: '/office/scans', sign: 'scan', title: m.office_nav_scans(), text: m.people_home_read_scans() },
];
