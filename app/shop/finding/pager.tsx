import { Link } from '@remix-run/react';
import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';
import { type AskedFruit, pathOf } from './asked-fruit';

const LINK =
  'inline-flex min-h-11 items-center rounded-crate border-2 border-rind px-4 font-semibold text-rind no-underline hover:bg-leaf';

/** The way to the page before and the next one; what is chosen stays chosen. */
export function Pager({ asked, page, pages }: { asked: AskedFruit; page: number; pages: number }) {
  const href = useHref();
  if (pages < 2) return null;
  return (
    <nav aria-label={m.finding_pages()} className="mt-8 flex flex-wrap items-center gap-4">
      {page > 1 ? (
        <Link rel="prev" to={href(pathOf(asked, page - 1))} className={LINK}>
          {m.finding_page_before()}
        </Link>
      ) : null}
      <span>{m.finding_page_of({ page, pages })}</span>
      {page < pages ? (
        <Link rel="next" to={href(pathOf(asked, page + 1))} className={LINK}>
          {m.finding_page_next()}
        </Link>
      ) : null}
    </nav>
  );
}
