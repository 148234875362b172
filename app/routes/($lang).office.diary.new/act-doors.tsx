import { Link } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { Sign } from '~/components/sign';
import { ACTS, actSign, actWords } from '~/orchard/act-words';
import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';

/** What was done, as doors for a thumb. */
export function ActDoors() {
  const href = useHref();
  return (
    <>
      <h1 className="text-28">{m.farm_diary_new_title()}</h1>
      <p className="mb-4">{m.farm_diary_new_lead()}</p>
      <ul className="grid grid-cols-2 gap-3">
        {ACTS.map((act) => (
          <li key={act}>
            <Link
              to={href(`/office/diary/new?act=${act}`)}
              className="flex min-h-28 flex-col justify-between gap-2 rounded-crate border-2 border-rind bg-card p-4 text-rind hover:bg-leaf"
            >
              <Sign name={actSign(act)} size={36} />
              <span className="text-18 font-extrabold">{actWords(act)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <div className="mt-6">
        <LinkButton kind="quiet" wide tall to={href('/office/diary')}>
          {m.farm_diary_title()}
        </LinkButton>
      </div>
    </>
  );
}
