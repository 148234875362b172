import type { ApiOutputs } from '@baunghe/api';
import * as m from '~/paraglide/messages.js';

type RefusedBy<Answer> = Extract<Answer, { ok: false }> extends { error: infer Error } ? Error : never;

/** Everything that the form of a voucher may be refused for. */
export type VoucherFormRefusal = RefusedBy<ApiOutputs['vouchers']['make' | 'switch']>;

type Said = { status: number; field?: string; words: string };
type Sayings = {
  [C in VoucherFormRefusal['code']]: (refusal: Extract<VoucherFormRefusal, { code: C }>) => Said;
};

/** What vouchers' own refusals say, and beside which field. */
export const VOUCHER_SAYINGS: Sayings = {
  voucher_unknown: () => ({ status: 404, words: m.vouchers_say_unknown() }),
  voucher_code_invalid: ({ least, most }) => ({
    status: 422,
    field: 'code',
    words: m.vouchers_say_code_invalid({ least, most }),
  }),
  voucher_code_taken: () => ({ status: 409, field: 'code', words: m.vouchers_say_code_taken() }),
  voucher_percent_invalid: () => ({ status: 422, field: 'worth', words: m.vouchers_say_percent() }),
  voucher_time_invalid: () => ({ status: 422, field: 'until', words: m.vouchers_say_time() }),
};
