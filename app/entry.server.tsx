import { text } from 'node:stream/consumers';
import type { AppLoadContext, EntryContext } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { renderToPipeableStream } from 'react-dom/server';
import { Nonce } from './nonce';
import { scriptsLast } from './scripts-last';
import { withoutPadding } from './without-padding';

export { inLocale } from './request-locale.server';

/** How long loaders that stream may take, in milliseconds. */
export const streamTimeout = 5_000;

/** Its pages keep what is typed on the phone, and wait for nothing to be able to. */
const isOffice = (request: Request) => /^(\/[a-z]{2})?\/office(\/|$)/.test(new URL(request.url).pathname);

/** Draws the page whole before sending it, so that its size is known and it can be kept and compressed once. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let answerStatus = status;
    const { pipe, abort } = renderToPipeableStream(
      <Nonce.Provider value={loadContext.nonce}>
        <RemixServer context={remixContext} url={request.url} nonce={loadContext.nonce} />
      </Nonce.Provider>,
      {
        onAllReady() {
          const drawn = withoutPadding();
          headers.set('Content-Type', 'text/html; charset=utf-8');
          text(drawn).then((page) => {
            const wait = import.meta.env.PROD && !isOffice(request);
            const body = wait ? scriptsLast(page, loadContext.nonce) : page;
            resolve(new Response(body, { headers, status: answerStatus }));
          }, reject);
          pipe(drawn);
        },
        onShellError: reject,
        onError(error) {
          answerStatus = 500;
          console.error(error);
        },
      },
    );
    setTimeout(abort, streamTimeout + 1_000).unref();
  });
}
