import { type AppLoadContext, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Link, type MetaFunction, useLoaderData } from '@remix-run/react';
import { PageHeader } from '~/components/page-header';
import { Sign, type SignName } from '~/components/sign';
import { hrefIn, localeOf } from '~/locale';
import { FirstSteps } from '~/office/first-steps';
import { firstSteps } from '~/office/first-steps.server';
import { asked } from '~/office/gate-answers.server';
import type { Lot } from '~/office/lot-in-store';
import { LotList } from '~/office/lot-list';
import { Orchard } from '~/office/orchard';
import { Today } from '~/office/today';
import { EndingCertificates } from '~/orchard/ending-certificates';
import { WhenFree } from '~/orchard/when-free';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { useHref } from '~/use-locale';

export const meta: MetaFunction = () => [{ title: m.office_name() }];

export const headers = () => PRIVATE;

/** A shop with fewer lots may still lack what a sale needs. */
const YOUNG = 3;

/** Today's board for staff; the doors and the latest lots for who only grows. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const me = await asked(request, context.api.session.me());
  if (me.kind === 'person' && me.roles.length === 1 && me.roles[0] === 'accountant')
    throw redirect(hrefIn(localeOf(params), '/office/settlements'), { headers: PRIVATE });
  const name = me.kind === 'person' ? me.name : '';
  const staff = me.kind === 'person' && me.roles.some((role) => role !== 'member');
  const [lots, orders, plots, ending] = await asked(
    request,
    Promise.all([
      context.api.harvests.lots(),
      staff ? ordersNow(context) : null,
      staff ? [] : context.api.harvests.plots(),
      staff ? context.api.certificates.ending() : [],
    ]),
  );
  const young = lots.length < YOUNG && me.kind === 'person' && me.roles.includes('manager');
  const done = young ? { ...(await asked(request, firstSteps(context))), harvest: lots.length > 0 } : null;
  const steps = done && Object.values(done).includes(false) ? done : null;
  return { name, orders, plots, ending, steps, lots: lots.slice(0, 5), today: context.now };
}

async function ordersNow({ api }: AppLoadContext) {
  const [counts, toDo] = await Promise.all([api.officeOrders.counts(), api.officeOrders.toDo()]);
  return { counts, ...toDo };
}

export default function OfficeHome() {
  const { name, orders, plots, ending, steps, lots, today } = useLoaderData<typeof loader>();
  if (orders)
    return (
      <>
        {steps ? <FirstSteps done={steps} /> : null}
        <Today {...orders} />
        <EndingCertificates certificates={ending} />
      </>
    );
  return (
    <Orchard>
      <PageHeader title={m.office_home_hello({ name })} />
      <div className="grid grid-cols-2 gap-3">
        {memberDoors().map((door, at) => (
          <BigDoor key={door.to} {...door} first={at === 0} />
        ))}
      </div>
      {plots.length > 0 ? <WhenFree plots={plots} today={today} /> : null}
      {lots.length > 0 ? <LatestLots lots={lots} today={today} /> : null}
    </Orchard>
  );
}

type BigDoorProps = { to: string; sign: SignName; title: string; text: string; first?: boolean };

/** What a member comes for, the most frequent first; a new page gets its line here. */
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
];

function BigDoor({ to, sign, title, text, first }: BigDoorProps) {
  const href = useHref();
  const paint = first
    ? 'bg-rind text-on-rind hover:bg-rind-press'
    : 'border-2 border-rind bg-card text-rind hover:bg-leaf';
  return (
    <Link to={href(to)} className={`flex min-h-40 flex-col justify-between rounded-crate p-4 ${paint}`}>
      <Sign name={sign} size={44} />
      <span>
        <span className="block text-22 font-extrabold">{title}</span>
        <span className="block text-16">{text}</span>
      </span>
    </Link>
  );
}

function LatestLots({ lots, today }: { lots: Lot[]; today: Date }) {
  return (
    <section className="mt-8">
      <h2 className="mb-2 text-22">{m.office_home_latest()}</h2>
      <LotList lots={lots} today={today} />
    </section>
  );
}
