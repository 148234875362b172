/** What tests of other rooms need of the company that takes cards: a server on this machine that answers as it does. */
export { LocalStripe } from './local-stripe.ts';
