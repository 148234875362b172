import type { ApiInputs } from '@baunghe/api';
import { text } from '~/read-form.server';
import type { SentWishes } from './wished';

/** Reads what a checkout wishes beside the fruit. */
export function readWishes(form: FormData): SentWishes {
  const short = (name: string, most = 400) => text(form, name).slice(0, most);
  return {
    leaveOn: short('leaveOn', 10),
    ripeness: short('ripeness', 10),
    giftNote: short('giftNote', 800),
    noPrices: form.has('noPrices'),
    recipientName: short('recipientName'),
    recipientPhone: short('recipientPhone', 60),
    wantsInvoice: form.has('wantsInvoice'),
    company: short('company'),
    taxCode: short('taxCode', 40),
    companyAddress: short('companyAddress', 600),
    email: short('email'),
  };
}

/** The same as the gate takes it. An invoice is wanted when its box is ticked, or anything of it is filled in. */
export function wishesIn(sent: SentWishes): ApiInputs['checkout']['place']['wishes'] {
  const { leaveOn, ripeness, giftNote, noPrices, recipientName, recipientPhone, wantsInvoice, ...invoice } =
    sent;
  return {
    leaveOn: /^\d{4}-\d\d-\d\d$/.test(leaveOn) ? leaveOn : null,
    ripeness: ripeness === 'eat_now' || ripeness === 'in_days' ? ripeness : null,
    gift: { giftNote, noPrices, recipientName, recipientPhone },
    invoice: wantsInvoice || Object.values(invoice).some((typed) => typed.trim() !== '') ? invoice : null,
  };
}
