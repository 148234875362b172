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
