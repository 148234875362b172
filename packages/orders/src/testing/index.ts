/** What tests of other rooms need of a carrier: a server on this machine that answers as GHN documents. */
export { LocalGhn } from './local-ghn.ts';
