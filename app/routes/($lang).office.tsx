import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, redirect, useLoaderData } from '@remix-run/react';
import { ErrorPage } from '~/components/error-page';
import type { OfficeDoor } from '~/components/office-door';
import { OfficeLayout } from '~/components/office-layout';
import { hrefIn, localeOf } from '~/locale';
import { asked } from '~/office/gate-answers.server';
import { signInPath } from '~/office/where-to';
import { pagesToKeep } from '~/offline/kind';
import { OfflineHost } from '~/offline/offline-host';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';

/** The office's pages make an app that can stand on the home screen. */
export const links: LinksFunction = () => [
  { rel: 'manifest', href: '/office.webmanifest' },
  { rel: 'apple-touch-icon', href: '/apple-touch-icon.png' },
];

export const headers = () => PRIVATE;

/** Who works here, and what their roles open; a guest is led to the sign-in and from there back. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const me = await asked(request, context.api.session.me());
  if (me.kind === 'guest') {
    const { pathname, search } = new URL(request.url);
    throw redirect(hrefIn(localeOf(params), signInPath(pathname + search)), { headers: PRIVATE });
  }
  const proofs = await asked(request, context.api.me.provesBy());
  const has = (...roles: (typeof me.roles)[number][]) => me.roles.some((role) => roles.includes(role));
  return {
    name: me.name,
    userId: me.userId,
    grows: has('member', 'manager'),
    sells: has('packer', 'manager'),
    keepsMoney: has('accountant', 'manager'),
    manages: has('manager'),
    earns: has('member'),
    reads: has('auditor'),
    demo: context.demo,
    proofs,
  };
}

export default function Office() {
  const { name, userId, demo, proofs: _proofs, ...may } = useLoaderData<typeof loader>();
  return (
    <OfficeLayout doors={doorsFor(may)} personName={name} demo={demo} readsOnly={readsOnly(may)}>
      <OfflineHost owner={userId} pages={pagesToKeep(may)} grows={may.grows && !may.sells}>
        <Outlet />
      </OfflineHost>
    </OfficeLayout>
  );
}

export { ErrorPage as ErrorBoundary };

type May = {
  grows: boolean;
  sells: boolean;
  keepsMoney: boolean;
  manages: boolean;
  earns: boolean;
  reads: boolean;
};

/** Whose roles write nothing at all. */
const readsOnly = ({ grows, sells, keepsMoney, reads }: May) => reads && !grows && !sells && !keepsMoney;

function doorsFor(may: May): OfficeDoor[] {
  const { reads } = may;
  const [grows, sells, manages] = [may.grows, may.sells || reads, may.manages || reads];
  const money = may.keepsMoney || reads;
  const farms = may.grows || may.sells || reads;
  const doors: (OfficeDoor & { open: boolean })[] = [
    { to: '/office', label: m.office_nav_board(), sign: 'board', open: true },
    { to: '/office/orders', label: m.office_nav_orders(), sign: 'receipt', open: sells || money },
    { to: '/office/harvests/new', label: m.office_nav_harvest(), sign: 'basket', open: grows },
    { to: '/office/diary', label: m.farm_nav_diary(), sign: 'book', open: farms },
    { to: '/office/lots', label: m.office_nav_lots(), sign: 'box', open: farms },
    { to: '/office/products', label: m.listings_nav(), sign: 'fruit', group: 'selling', open: manages },
    {
      to: '/office/preorders',
      label: m.preorders_nav(),
      sign: 'clock',
      group: 'selling',
      open: sells,
    },
    { to: '/office/bulk', label: m.bulk_nav(), sign: 'cart', group: 'selling', open: sells },
    { to: '/office/packing', label: m.packing_nav(), sign: 'scan', group: 'selling', open: sells },
    { to: '/office/plots', label: m.farm_nav_plots(), sign: 'plot', group: 'orchards', open: farms },
    { to: '/office/members', label: m.members_nav(), sign: 'person', group: 'orchards', open: manages },
    {
      to: '/office/applications',
      label: m.joining_nav(),
      sign: 'person',
      group: 'orchards',
      open: manages,
    },
    {
      to: '/office/requests',
      label: m.joining_requests_nav(),
      sign: 'message',
      group: 'orchards',
      open: manages,
    },
    {
      to: '/office/requests/mine',
      label: m.joining_requests_mine(),
      sign: 'message',
      group: 'orchards',
      open: may.earns,
    },
    { to: '/office/claims', label: m.after_office_nav(), sign: 'care', group: 'selling', open: sells },
    {
      to: '/office/delivery',
      label: m.delivery_nav(),
      sign: 'truck',
      group: 'selling',
      open: manages,
    },
    { to: '/office/seeing', label: m.seeing_nav(), sign: 'search', group: 'books', open: money },
    { to: '/office/terms', label: m.law_nav(), sign: 'seal', group: 'books', open: manages },
    { to: '/office/scans', label: m.office_nav_scans(), sign: 'scan', group: 'books', open: manages },
    { to: '/office/recall', label: m.recall_nav(), sign: 'care', group: 'books', open: manages },
    {
      to: '/office/exports',
      label: m.recall_exports_title(),
      sign: 'receipt',
      group: 'books',
      open: manages,
    },
    { to: '/office/money', label: m.money_nav(), sign: 'seal', group: 'books', open: money },
    { to: '/office/settlements', label: m.settlement_nav(), sign: 'person', group: 'books', open: money },
    { to: '/office/books', label: m.settlement_books_nav(), sign: 'book', group: 'books', open: money },
    { to: '/office/year', label: m.yearend_nav(), sign: 'clock', group: 'books', open: money },
    { to: '/office/limits', label: m.limits_nav(), sign: 'seal', group: 'books', open: money },
    { to: '/office/statements', label: m.settlement_nav_statements(), sign: 'receipt', open: may.earns },
    {
      to: '/office/vouchers',
      label: m.vouchers_nav(),
      sign: 'receipt',
      group: 'selling',
      open: money,
    },
    { to: '/office/people', label: m.people_nav(), sign: 'person', group: 'books', open: manages },
    { to: '/office/trail', label: m.people_trail(), sign: 'book', group: 'books', open: manages },
    { to: '/office/messages', label: m.notices_nav(), sign: 'message', group: 'books', open: manages },
  ];
  return doors.filter((door) => door.open);
}
