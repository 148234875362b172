import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useMatches,
  useRouteLoaderData,
} from '@remix-run/react';
import { type ReactNode, useContext } from 'react';
import { ErrorPage, wordsOfError } from './components/error-page';
import { BASE_LOCALE, hrefIn, LANGUAGE_TAGS, LOCALES, localeOf, pathWithoutLocale } from './locale';
import { Nonce } from './nonce';
import { documentWanted } from './page-handle';
import * as m from './paraglide/messages.js';
import appStyles from './styles/app.css?url';
import boxStyles from './styles/box.css?inline';
import { useLocale } from './use-locale';

/** What every page knows: where the site stands and whether its data is made up. 404 for an unknown language. */
export function loader({ params, context }: LoaderFunctionArgs) {
  localeOf(params);
  return { publicUrl: context.publicUrl, demo: context.demo };
}

/** A page that names itself says so in its own `meta`. */
export const meta: MetaFunction = ({ error }) =>
  error
    ? [{ title: wordsOfError(error).title }, { name: 'robots', content: 'noindex' }]
    : [{ title: m.common_coop_name() }];

/** Where the page stands, and in which other languages; that of a code on a box speaks all of them at one address. */
function LanguageLinks({ publicUrl, alternates }: { publicUrl: string; alternates: boolean }) {
  const { pathname } = useLocation();
  const path = pathWithoutLocale(pathname);
  const others = alternates ? ([...LOCALES, 'x-default'] as const) : [];
  return (
    <>
      <link rel="canonical" href={`${publicUrl}${pathname}`} />
      {others.map((locale) => (
        <link
          key={locale}
          rel="alternate"
          hrefLang={locale === 'x-default' ? locale : LANGUAGE_TAGS[locale]}
          href={`${publicUrl}${hrefIn(locale === 'x-default' ? BASE_LOCALE : locale, path)}`}
        />
      ))}
    </>
  );
}

function Styles({ box }: { box: boolean }) {
  if (!box) return <link rel="stylesheet" href={appStyles} />;
  // The page that wants these never hydrates: they need not travel in a script.
  // The project's own stylesheet, which text would escape.
  return <style dangerouslySetInnerHTML={{ __html: import.meta.env.SSR ? boxStyles : '' }} />;
}

/** The document around every page, errors included. */
export function Layout({ children }: { children: ReactNode }) {
  const locale = useLocale();
  const nonce = useContext(Nonce);
  const wanted = documentWanted(useMatches());
  const known = useRouteLoaderData<typeof loader>('root');
  return (
    <html lang={LANGUAGE_TAGS[locale]}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#2E5A1C" />
        <Meta />
        {known ? <LanguageLinks publicUrl={known.publicUrl} alternates={!wanted.boxStyles} /> : null}
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Styles box={wanted.boxStyles} />
        {wanted.script ? <Links /> : null}
      </head>
      <body>
        {wanted.script ? (
          <a
            href="#main"
            className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-card focus:p-4 focus:text-16"
          >
            {m.common_skip()}
          </a>
        ) : null}
        {children}
        {wanted.script ? (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        ) : null}
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export { ErrorPage as ErrorBoundary };
