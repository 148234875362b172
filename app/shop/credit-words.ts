import type { ApiOutputs } from '@baunghe/api';
import * as m from '~/paraglide/messages.js';

type Priced = ApiOutputs['products']['priceCart'];

/** Why no kept money pays. */
export type CreditRefused = NonNullable<NonNullable<Priced['credit']>['refused']>;

const SAY: Record<CreditRefused['code'], () => string> = {
  credit_unknown: m.credit_say_unknown,
  credit_empty: m.credit_say_empty,
  too_many_codes: m.vouchers_say_too_many,
};

/** What stands beside the field of a code that pays nothing. */
export const creditSentence = ({ code }: CreditRefused): string => SAY[code]();
