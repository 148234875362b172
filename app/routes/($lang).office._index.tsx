import type { AppLoadContext, LoaderFunctionArgs } from '@remix-run/node';
import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { PageHeader } from '~/components/page-header';
import { FirstSteps } from '~/office/first-steps';
import { firstSteps } from '~/office/first-steps.server';
import { asked } from '~/office/gate-answers.server';
import { HomeOfAccountant } from '~/office/home-of-accountant';
import { HomeOfAuditor } from '~/office/home-of-auditor';
import { HomeOfGrower } from '~/office/home-of-grower';
import { GivingsThatWait } from '~/office/limits/givings-that-wait';
import { moneyThatWaits } from '~/office/money-that-waits.server';
import type { Role } from '~/office/role-words';
import { Today } from '~/office/today';
import { EndingCertificates } from '~/orchard/ending-certificates';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';

export const meta: MetaFunction = () => [{ title: m.office_name() }];

export const headers = () => PRIVATE;

/** A shop with fewer lots may still lack what a sale needs. */
const YOUNG = 3;

/** Whose home it is; of several roles the one that the others wait for. */
const HOMES = ['manager', 'packer', 'accountant', 'member', 'auditor'] as const satisfies readonly Role[];

/** What each role comes for, and no more: a role that opens little has little asked for it. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const me = await asked(request, context.api.session.me());
  const [name, roles] = me.kind === 'person' ? [me.name, me.roles] : ['', []];
  const home = HOMES.find((role) => roles.includes(role)) ?? ('nobody' as const);
  const whose = { name, today: context.now };
  switch (home) {
    case 'manager':
      return { home, ...whose, ...(await asked(request, forManager(context))) };
    case 'packer':
      return { home, ...whose, ...(await asked(request, forPacker(context))) };
    case 'accountant':
      return { home, ...whose, waits: await asked(request, moneyThatWaits(context)) };
    case 'member':
      return { home, ...whose, ...(await asked(request, forGrower(context))) };
    default:
      return { home, ...whose };
  }
}

async function forPacker({ api }: AppLoadContext) {
  const [counts, toDo] = await Promise.all([api.officeOrders.counts(), api.officeOrders.toDo()]);
  return { orders: { counts, ...toDo }, ending: await api.certificates.ending() };
}

async function forManager(context: AppLoadContext) {
  const [packing, lots] = await Promise.all([forPacker(context), context.api.harvests.lots()]);
  const done = lots.length < YOUNG ? { ...(await firstSteps(context)), harvest: lots.length > 0 } : null;
  const givings = await context.api.givings.waiting();
  return { ...packing, givings, steps: done && Object.values(done).includes(false) ? done : null };
}

async function forGrower({ api }: AppLoadContext) {
  const [lots, plots] = await Promise.all([api.harvests.lots(), api.harvests.plots()]);
  return { lots: lots.slice(0, 5), plots };
}

export default function OfficeHome() {
  const page = useLoaderData<typeof loader>();
  switch (page.home) {
    case 'manager':
      return (
        <>
          {page.steps ? <FirstSteps done={page.steps} /> : null}
          <GivingsThatWait count={page.givings} />
          <Today {...page.orders} />
          <EndingCertificates certificates={page.ending} />
        </>
      );
    case 'packer':
      return (
        <>
          <Today {...page.orders} />
          <EndingCertificates certificates={page.ending} />
        </>
      );
    case 'accountant':
      return <HomeOfAccountant name={page.name} waits={page.waits} />;
    case 'member':
      return <HomeOfGrower {...page} />;
    case 'auditor':
      return <HomeOfAuditor name={page.name} />;
    default:
      return <NoRole name={page.name} />;
  }
}

/** Who may sign in and was given nothing to do. */
function NoRole({ name }: { name: string }) {
  return <PageHeader title={m.office_home_hello({ name })} lead={m.people_no_role()} />;
}
