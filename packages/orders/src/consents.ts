import { ConsentPurpose, type Moment, type Tx } from '@baunghe/db';

/** What somebody may agree to, each by itself. */
export const CONSENT_PURPOSES = Object.values(ConsentPurpose);

/** The newest words in which a purpose is asked for. */
export interface ConsentWords {
  purpose: ConsentPurpose;
  version: number;
  vi: string;
  en: string;
  zh: string;
}

/** What was said, where and in which language. */
export interface ConsentGiven {
  /** E.164. */
  phone: string;
  purposes: readonly ConsentPurpose[];
  locale: string;
  /** The page it was said on, such as /checkout. */
  page: string;
  orderId: string | null;
}

/** What a telephone number's owner said last of a purpose, and the words they had read. */
export interface ConsentState {
  purpose: ConsentPurpose;
  given: boolean;
  version: number;
  locale: string;
  at: Date;
  words: string;
}

/** The newest wording of every purpose. */
export function consentWordings(tx: Tx): Promise<ConsentWords[]> {
  return tx.consentWording.findMany({
    distinct: ['purpose'],
    orderBy: [{ purpose: 'asc' }, { version: 'desc' }],
  });
}

/** Keeps that purposes were agreed to, each with the wording that is asked for now. Those left out are not touched. */
export async function recordConsents(tx: Tx, moment: Moment, said: ConsentGiven): Promise<void> {
  if (said.purposes.length === 0) return;
  const { phone, locale, page, orderId } = said;
  const wordings = await consentWordings(tx);
  await tx.consent.createMany({
    data: wordings
      .filter(({ purpose }) => said.purposes.includes(purpose))
      .map(({ purpose, version }) => ({
        ...{ phone, purpose, version, locale, page, orderId },
        given: true,
        at: moment.now,
      })),
  });
}

/** What was said last of each purpose that was ever agreed to. */
export async function consentsOf(tx: Tx, phone: string): Promise<ConsentState[]> {
  const rows = await tx.consent.findMany({
    where: { phone },
    distinct: ['purpose'],
    orderBy: [{ purpose: 'asc' }, { id: 'desc' }],
    include: { wording: true },
  });
  return rows.map(({ purpose, given, version, locale, at, wording }) => ({
    ...{ purpose, given, version, locale, at },
    words: locale === 'en' ? wording.en : locale === 'zh' ? wording.zh : wording.vi,
  }));
}

/** Takes a consent back. Returns false where there is none to take back. */
export async function withdrawConsent(
  tx: Tx,
  moment: Moment,
  said: Omit<ConsentGiven, 'purposes'> & { purpose: ConsentPurpose },
): Promise<boolean> {
  const last = (await consentsOf(tx, said.phone)).find(({ purpose }) => purpose === said.purpose);
  if (!last?.given) return false;
  await tx.consent.create({ data: { ...said, version: last.version, given: false, at: moment.now } });
  return true;
}
