import { isRouteErrorResponse, useRouteError } from '@remix-run/react';
import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';
import { LinkButton } from './button';
import { Wordmark } from './wordmark';

function wordsFor(status: number): { title: string; text: string } {
  if (status === 404 || status === 410)
    return { title: m.errors_not_found_title(), text: m.errors_not_found() };
  if (status === 401) return { title: m.errors_unauthorised_title(), text: m.errors_unauthorised() };
  if (status === 403) return { title: m.errors_forbidden_title(), text: m.errors_forbidden() };
  if (status === 429 || status === 503) return { title: m.errors_busy_title(), text: m.errors_busy() };
  if (status < 500) return { title: m.errors_bad_request_title(), text: m.errors_bad_request() };
  return { title: m.errors_broken_title(), text: m.errors_broken() };
}

/** The title, the sentence and the status of what was thrown; a thrown Response's text, if any, is the sentence. */
export function wordsOfError(error: unknown): { status: number; title: string; text: string } {
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const { title, text } = wordsFor(status);
  const said =
    isRouteErrorResponse(error) && typeof error.data === 'string' && status < 500 ? error.data : '';
  return { status, title, text: said || text };
}

/** What stands where a page could not: one clear sentence and the way home. */
export function ErrorPage() {
  const { status, title, text } = wordsOfError(useRouteError());
  const href = useHref();
  return (
    <main
      id="main"
      className="mx-auto flex min-h-dvh max-w-xl flex-col items-start justify-center gap-5 px-4 py-10"
    >
      <Wordmark />
      <div className="spines w-full text-rind" />
      <p className="text-14 font-semibold text-muted">{status}</p>
      <h1 className="text-36">{title}</h1>
      <p className="text-18">{text}</p>
      <LinkButton to={href('/')} reloadDocument>
        {m.errors_go_home()}
      </LinkButton>
    </main>
  );
}
