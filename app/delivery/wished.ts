import type { ApiOutputs } from '@baunghe/api';

/** What the folds of the checkout say, as typed. */
export interface SentWishes {
  leaveOn: string;
  ripeness: string;
  giftNote: string;
  noPrices: boolean;
  recipientName: string;
  recipientPhone: string;
  wantsInvoice: boolean;
  company: string;
  taxCode: string;
  companyAddress: string;
  email: string;
}

/** Nothing wished yet. */
export const NO_WISHES: SentWishes = {
  ...{ leaveOn: '', ripeness: '', giftNote: '', noPrices: false, recipientName: '', recipientPhone: '' },
  ...{ wantsInvoice: false, company: '', taxCode: '', companyAddress: '', email: '' },
};

type Order = Extract<ApiOutputs['checkout']['follow'], { ok: true }>['value'];

/** What an order's buyer wished, as the folds show it. */
export function wishedOf({
  ripeness,
  gift,
  invoice,
}: Pick<Order, 'ripeness' | 'gift' | 'invoice'>): SentWishes {
  return {
    ...NO_WISHES,
    ripeness: ripeness ?? '',
    giftNote: gift?.note ?? '',
    noPrices: gift?.noPrices ?? false,
    recipientName: gift?.recipient?.name ?? '',
    recipientPhone: gift?.recipient?.phone ?? '',
    wantsInvoice: invoice !== null,
    company: invoice?.company ?? '',
    taxCode: invoice?.taxCode ?? '',
    companyAddress: invoice?.address ?? '',
    email: invoice?.email ?? '',
  };
}
