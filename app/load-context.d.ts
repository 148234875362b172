import type { Caller } from '~/server/gate';
import '@remix-run/node';

declare module '@remix-run/node' {
  interface AppLoadContext {
    /** The gate, entered as whoever sent this request: every read and write of a page goes through it. */
    api: Caller;
    /** True where the demo season is loaded: pages say that their data is made up. */
    demo: boolean;
    /** The site's own address without a closing slash, `https://baunghe.example`. */
    publicUrl: string;
    /** The one word that inline scripts of this answer must carry. */
    nonce: string;
    /** The instant at which the request arrived. */
    now: Date;
  }
}
