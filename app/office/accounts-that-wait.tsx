import { Link } from '@remix-run/react';
import { Notice } from '~/components/notice';
import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';

type Row = { memberId: string; name: string; pay: number; accountWaits: boolean; paid: object | null };

/** Whose change of account waits while they are to be paid: until it is confirmed they are paid as before. */
export function AccountsThatWait({ statements }: { statements: readonly Row[] }) {
  const href = useHref();
  const waiting = statements.filter(({ accountWaits, pay, paid }) => accountWaits && pay > 0 && !paid);
  if (waiting.length === 0) return null;
  return (
    <div className="mb-6">
      <Notice tone="care" title={m.signin_accounts_wait()}>
        <ul>
          {waiting.map(({ memberId, name }) => (
            <li key={memberId}>
              <Link
                to={href(`/office/settlements/members/${memberId}`)}
                className="inline-flex min-h-11 items-center underline underline-offset-4"
              >
                {name}
              </Link>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
