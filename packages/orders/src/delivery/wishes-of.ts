import type { Ripeness } from '@baunghe/db';
import type { DeliveryDay } from './delivery-days.ts';
import type { Gift, InvoiceTo } from './keep-wishes.ts';

interface WishColumns {
  leaveOn: Date | null;
  arriveFrom: Date | null;
  arriveOn: Date | null;
  ripeness: Ripeness | null;
  gift: {
    note: string | null;
    noPrices: boolean;
    recipientName: string | null;
    recipientPhone: string | null;
  } | null;
  invoice: InvoiceTo | null;
}

/** What an order's buyer wished, out of its rows. */
export function wishesOf({ leaveOn, arriveFrom, arriveOn, ripeness, gift, invoice }: WishColumns): {
  day: DeliveryDay | null;
  ripeness: Ripeness | null;
  gift: Gift | null;
  invoice: InvoiceTo | null;
} {
  return {
    day: leaveOn && arriveFrom && arriveOn ? { leaveOn, arriveFrom, arriveOn } : null,
    ripeness,
    gift: gift && giftOf(gift),
    invoice: invoice && {
      company: invoice.company,
      taxCode: invoice.taxCode,
      address: invoice.address,
      email: invoice.email,
    },
  };
}

function giftOf({ note, noPrices, recipientName, recipientPhone }: NonNullable<WishColumns['gift']>): Gift {
  const recipient =
    recipientName !== null && recipientPhone !== null ? { name: recipientName, phone: recipientPhone } : null;
  return { note, noPrices, recipient };
}
