import type { Problem } from '~/office/refusals.server';
import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';

/** The sign-in in another tab, for a form that was refused because the session had ended; this tab keeps the form. */
export function SignInElsewhere({ problem }: { problem: Pick<Problem, 'status'> }) {
  const href = useHref();
  if (problem.status !== 401) return null;
  return (
    <a
      href={href('/office/sign-in')}
      target="_blank"
      rel="noreferrer"
      className="inline-flex min-h-11 items-center font-semibold underline underline-offset-4"
    >
      {m.office_sign_in_elsewhere()}
    </a>
  );
}
