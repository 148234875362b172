import type { BoxLabel } from '@baunghe/labels';
import type { BoxToLabel } from '@baunghe/orders';
import { z } from 'zod';

const TAGS = { vi: 'vi-VN', en: 'en-GB' } as const;

/** The words on a label that are not about the one box, as a page sends them. */
export const labelWords = z.object({
  grade: z.string(),
  netWeight: z.string(),
  packedOn: z.string(),
  harvestedOn: z.string(),
  bestBefore: z.string(),
  orchard: z.string(),
  cooperative: z.string(),
  address: z.string(),
  demo: z.string().nullable(),
});

/** Languages that labels are printed in. */
export type LabelLocale = keyof typeof TAGS;

/** A box's label as people read it: weights in kilograms, days of the calendar in Vietnam. */
export function labelOfBox(box: BoxToLabel, locale: LabelLocale): BoxLabel {
  const tag = TAGS[locale];
  const kilograms = new Intl.NumberFormat(tag, {
    style: 'unit',
    unit: 'kilogram',
    maximumFractionDigits: 3,
  });
  const day = (date: Date, timeZone: string) =>
    new Intl.DateTimeFormat(tag, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone }).format(
      date,
    );
  return {
    gtin: box.gtin,
    batch: box.batch,
    serial: box.serial,
    product: locale === 'vi' ? box.productVi : box.productEn,
    grade: box.grade,
    netWeight: kilograms.format(box.grams / 1000),
    packedOn: day(box.packedAt, 'Asia/Ho_Chi_Minh'),
    harvestedOn: day(box.cutOn, 'UTC'),
    bestBefore: day(box.bestBefore, 'UTC'),
    orchard: box.memberName ? `${box.plotName} · ${box.memberName}` : box.plotName,
  };
}
