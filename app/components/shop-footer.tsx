import { Link } from '@remix-run/react';
import { TermsLinks } from '~/law/terms-page';
import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';

const LINK =
  'inline-flex min-h-11 items-center underline underline-offset-4 decoration-flesh hover:decoration-2';

/** The cooperative's public facts and address, and the ways on. */
export function ShopFooter() {
  const href = useHref();
  return (
    <footer className="on-dark mt-10 text-on-rind-dark print:hidden">
      <div className="spines rotate-180 text-rind-dark" />
      <div className="bg-rind-dark">
        <div className="mx-auto grid max-w-6xl gap-8 px-4 py-8 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr]">
          <div>
            <h2 className="text-14 font-semibold tracking-normal text-flesh">{m.common_footer_where()}</h2>
            <p className="mt-1 text-22 font-extrabold">{m.common_coop_name()}</p>
            <address className="mt-2 not-italic">
              {m.common_coop_address()}
              <br />
              {m.common_coop_chair()}
            </address>
            <p className="mt-3 text-14">{m.common_coop_story()}</p>
          </div>
          <nav aria-label={m.law_footer()}>
            <h2 className="text-14 font-semibold tracking-normal text-flesh">{m.law_footer()}</h2>
            <ul>
              <TermsLinks className={LINK} />
            </ul>
          </nav>
          <nav aria-label={m.common_nav_footer()}>
            <h2 className="text-14 font-semibold tracking-normal text-flesh">{m.common_footer_visit()}</h2>
            <ul>
              <li>
                <Link to={href('/products')} className={LINK}>
                  {m.shop_products_title()}
                </Link>
              </li>
              <li>
                <Link to={href('/pre-orders')} className={LINK}>
                  {m.preorders_nav()}
                </Link>
              </li>
              <li>
                <Link to={href('/bulk')} className={LINK}>
                  {m.bulk_title()}
                </Link>
              </li>
              <li>
                <Link to={href('/join')} className={LINK}>
                  {m.joining_title()}
                </Link>
              </li>
              <li>
                <Link to={href('/seasons')} className={LINK}>
                  {m.finding_nav_seasons()}
                </Link>
              </li>
              <li>
                <Link to={href('/orchards')} className={LINK}>
                  {m.finding_nav_orchards()}
                </Link>
              </li>
              <li>
                <Link to={href('/orders')} className={LINK}>
                  {m.common_nav_order()}
                </Link>
              </li>
              <li>
                <Link to={href('/scan')} className={LINK}>
                  {m.common_nav_scan()}
                </Link>
              </li>
              <li>
                <Link to={href('/account')} className={LINK}>
                  {m.account_title()}
                </Link>
              </li>
              <li>
                <Link to={href('/my-data')} className={LINK}>
                  {m.law_my_data()}
                </Link>
              </li>
              <li>
                <Link to={href('/office')} className={LINK}>
                  {m.common_footer_office()}
                </Link>
              </li>
            </ul>
          </nav>
        </div>
      </div>
    </footer>
  );
}
