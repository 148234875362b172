import { Link, NavLink, useLocation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { pathWithoutLocale } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { SearchBox } from '~/shop/finding/search-box';
import { useHref } from '~/use-locale';
import { DemoRibbon } from './demo-ribbon';
import { LanguageSwitch } from './language-switch';
import { ShopFooter } from './shop-footer';
import { Sign } from './sign';
import { Wordmark } from './wordmark';

const NAV =
  'inline-flex min-h-11 items-center gap-1.5 rounded-crate px-1 font-semibold whitespace-nowrap underline-offset-8 decoration-4 hover:underline sm:px-2 ' +
  'aria-[current=page]:underline decoration-flesh';

function CartLink({ count }: { count: number }) {
  const href = useHref();
  return (
    <Link
      to={href('/cart')}
      aria-label={count > 0 ? m.common_cart_count({ count }) : undefined}
      className="relative inline-flex min-h-11 items-center gap-2 rounded-crate bg-rind px-4 font-semibold text-on-rind hover:bg-rind-press"
    >
      <Sign name="cart" size={22} />
      <span className="max-sm:sr-only">{m.common_nav_cart()}</span>
      {count > 0 ? (
        <span className="min-w-6 rounded-full bg-flesh px-1.5 text-center text-14 leading-6 text-on-flesh max-sm:absolute max-sm:-top-2 max-sm:-right-2">
          {count}
        </span>
      ) : null}
    </Link>
  );
}

/** Where somebody looks for fruit: a phone shows the search there, and elsewhere spares its height. */
const FINDING = /^\/($|products|seasons|orchards)/;

function Search() {
  const { pathname, search } = useLocation();
  const isFinding = FINDING.test(pathWithoutLocale(pathname));
  const words = pathname.endsWith('/products') ? (new URLSearchParams(search).get('q') ?? '') : '';
  return (
    <div
      className={`order-2 w-full print:hidden lg:order-1 lg:w-auto lg:max-w-lg lg:grow ${isFinding ? '' : 'max-lg:hidden'}`}
    >
      <SearchBox words={words} />
    </div>
  );
}

/** The shop around a page: wordmark, a short nav, the cart with its count, the language, and the footer. */
export function ShopLayout({
  cartCount,
  demo,
  children,
}: {
  cartCount: number;
  demo: boolean;
  children: ReactNode;
}) {
  const href = useHref();
  return (
    <div className="flex min-h-dvh flex-col">
      {demo ? <DemoRibbon /> : null}
      <header className="group/head">
        <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-x-2 gap-y-2 px-4 py-3 sm:gap-x-6">
          <Link to={href('/')} className="rounded-crate">
            <Wordmark />
          </Link>
          <nav
            aria-label={m.common_nav_shop()}
            className="order-3 flex w-full print:hidden max-sm:group-has-[details[open]]/head:invisible flex-wrap justify-between max-sm:-mx-1 sm:-mx-2 sm:justify-start sm:gap-x-2 lg:gap-x-4"
          >
            <NavLink to={href('/')} end className={NAV}>
              {m.common_nav_fruit()}
            </NavLink>
            <NavLink to={href('/pre-orders')} className={`${NAV} max-md:hidden`}>
              {m.preorders_nav()}
            </NavLink>
            <NavLink to={href('/seasons')} className={`${NAV} max-md:hidden`}>
              {m.finding_nav_seasons()}
            </NavLink>
            <NavLink to={href('/orchards')} className={`${NAV} max-md:hidden`}>
              {m.finding_nav_orchards()}
            </NavLink>
            <NavLink to={href('/orders')} className={NAV}>
              {m.common_nav_order()}
            </NavLink>
            <NavLink to={href('/scan')} className={NAV}>
              <span className="max-sm:hidden">
                <Sign name="scan" size={18} />
              </span>
              {m.common_nav_scan()}
            </NavLink>
            <NavLink
              to={href('/account')}
              aria-label={m.account_title()}
              className={`${NAV} min-w-11 justify-center sm:hidden`}
            >
              <Sign name="person" size={22} />
            </NavLink>
          </nav>
          <Search />
          <div className="order-1 flex items-center print:hidden gap-2 lg:order-2">
            <LanguageSwitch />
            <Link
              to={href('/account')}
              className="inline-flex min-h-11 items-center gap-1.5 rounded-crate px-2 font-semibold underline-offset-8 hover:underline max-sm:hidden"
            >
              <Sign name="person" size={22} />
              {m.account_title()}
            </Link>
            <CartLink count={cartCount} />
          </div>
        </div>
        <div className="h-1.5 bg-rind" />
        <div className="spines text-rind" />
      </header>
      <main id="main" className="mx-auto w-full max-w-6xl grow px-4 py-6 sm:py-10">
        {children}
      </main>
      <ShopFooter />
    </div>
  );
}
