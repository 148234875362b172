import { kilograms } from '@baunghe/money';
import { data, redirect } from '@remix-run/node';
import { hrefIn, type Locale } from '~/locale';
import { PRIVATE } from '~/private-page.server';
import { formOf } from '~/read-form.server';
import { MONTHS } from '~/shop/seasons';
import { weightWords } from './field-words.server';
import { problemOf, type Refusal } from './refusals.server';
import { wholeNumber } from './whole-number';

/** A form's fields as typed. */
export type Typed = Record<string, string>;

/** Reads a form of typed fields. Throws a 400 Response for what is none. */
export async function typedIn(request: Request): Promise<Typed> {
  const form = await formOf(request);
  return Object.fromEntries(
    [...form].filter((field): field is [string, string] => typeof field[1] === 'string'),
  );
}

/** What a listing says, out of its form. */
export const listingWordsIn = (typed: Typed) => ({
  key: typed.key ?? '',
  ...namesIn(typed),
  descriptionVi: typed.descriptionVi ?? '',
  descriptionEn: typed.descriptionEn ?? '',
  descriptionZh: typed.descriptionZh ?? '',
  price: wholeNumber(typed.price),
  sort: wholeNumber(typed.sort),
  listed: typed.listed === 'yes',
});

/** A new listing out of its form, and what is wrong with its weight. */
export function newListingIn(typed: Typed) {
  const weight = kilograms(typed.kg ?? '');
  const most = typed.kgMost?.trim() ? kilograms(typed.kgMost) : null;
  const entry = {
    ...listingWordsIn(typed),
    varietyCode: typed.varietyCode ?? '',
    grade: typed.grade as 'A',
    saleUnit: typed.saleUnit as 'kg',
    unitGrams: weight.ok ? weight.value : 0,
    mostGrams: most === null ? null : most.ok ? most.value : 0,
    gtin: typed.gtin ?? '',
  };
  const beside: Record<string, string> = {
    ...(weight.ok ? {} : { unitGrams: weightWords(weight.error) }),
    ...(most === null || most.ok ? {} : { mostGrams: weightWords(most.error) }),
  };
  return { entry, beside };
}

/** A variety out of its form. */
export function varietyIn(typed: Typed, code: string) {
  const [fruit = '', picture = ''] = (typed.drawing ?? '').split('/');
  const shelfDays = wholeNumber(typed.shelfDays);
  const ripeMonths = MONTHS.filter((month) => typed[`ripe${month}`] === 'yes');
  const ripens = typed.ripens === 'yes';
  return { key: typed.key ?? '', code, ...namesIn(typed), shelfDays, ripens, ripeMonths, fruit, picture };
}

const namesIn = ({ nameVi = '', nameEn = '', nameZh = '' }: Typed) => ({ nameVi, nameEn, nameZh });

/** Leads on when it was kept; else gives the form back as it was filled in, with what was refused. */
export function keptOr(
  answer: { ok: true } | { ok: false; error: Refusal },
  typed: Typed,
  locale: Locale,
  onward: string,
  beside: Record<string, string> = {},
) {
  if (answer.ok) throw redirect(hrefIn(locale, onward), { headers: PRIVATE });
  const problem = problemOf(answer.error, locale, beside);
  return data({ typed, problem }, { status: problem.status, headers: PRIVATE });
}

/** Back to the list of products when it was kept. */
export const listedOr = (
  answer: { ok: true } | { ok: false; error: Refusal },
  typed: Typed,
  locale: Locale,
  beside: Record<string, string> = {},
) => keptOr(answer, typed, locale, '/office/products?saved', beside);
