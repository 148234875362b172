import type { Locale } from '~/locale';

const REGION = { vi: 'vi-VN', en: 'en-GB', zh: 'zh-CN' } as const;

/** Hundredths of a percent as people read them: 750 is `7,5`. */
export const percentOf = (hundredths: number, locale: Locale): string =>
  (hundredths / 100).toLocaleString(REGION[locale]);

/** `8,5`, `8.5` and `8` as hundredths of a percent; NaN for anything else. */
export function hundredthsOf(typed: string): number {
  const read = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/.exec(typed.trim());
  return read ? Number(read[1]) * 100 + Number((read[2] ?? '').padEnd(2, '0')) : Number.NaN;
}
