import { type ApiOutputs, type Caller, formAnswer } from '@baunghe/api';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { text } from '~/read-form.server';
import { readCheckout } from '../checkout-form.server';
import type { ShownPlace } from '../checkout-parts';
import { fieldSentence } from '../field-sentences';
import { placeName } from '../place-name';
import { shownPlace } from '../shown-checkout.server';

type Kept = ApiOutputs['buyers']['addresses'][number];

/** An address as its form shows it; an empty id is a new one. */
export interface ShownAddress {
  id: string;
  buyerName: string;
  province: ShownPlace;
  ward: ShownPlace;
  street: string;
  note: string;
  isDefault: boolean;
}

/** A form that came back. */
export interface AddressRefused {
  status: 400 | 404 | 422;
  form: ShownAddress;
  beside: Record<string, string>;
  above: string | null;
}

const NOWHERE: ShownPlace = { text: '', code: '', choices: [] };

/** An empty form, for who is signed in. */
export function blankAddress(buyerName: string): ShownAddress {
  return { id: '', buyerName, province: NOWHERE, ward: NOWHERE, street: '', note: '', isDefault: false };
}

/** A kept address as a form shows it, at the checkout as well. */
export function addressShown(kept: Kept, locale: Locale): ShownAddress {
  const place = (of: Kept['ward']): ShownPlace => ({
    text: placeName(of, locale),
    code: of.code,
    choices: [],
  });
  const { id, name: buyerName, street, note, isDefault } = kept;
  return {
    ...{ id, buyerName, street, note: note ?? '', isDefault },
    province: place(kept.province),
    ward: place(kept.ward),
  };
}

/** Keeps what the form says; null when that is done, and else the form to show again. */
export async function keepTyped(api: Caller, form: FormData, locale: Locale): Promise<AddressRefused | null> {
  const { key, buyerName, province, ward, street, note } = readCheckout(form);
  const settled = await api.addresses.settle({ province, ward });
  const codeOf = (place: typeof settled.province | typeof settled.ward) =>
    place.state === 'one' ? place.place.code : '';
  const id = text(form, 'id').slice(0, 64);
  const isDefault = form.has('isDefault');
  const provinceCode = codeOf(settled.province);
  const wardCode = codeOf(settled.ward);
  const kept = await formAnswer(
    api.buyers.keepAddress({
      ...{ key, id: id || null, name: buyerName, provinceCode, wardCode, street, note, isDefault },
    }),
  );
  if (kept.ok) return null;
  const shown: ShownAddress = {
    ...{ id, buyerName, street, note, isDefault },
    province: shownPlace(province.typed, settled.province, locale),
    ward: shownPlace(ward.typed, settled.ward, locale),
  };
  if (kept.error.code !== 'fields') {
    const above = {
      ward_unknown: m.errors_ward_missing,
      address_unknown: m.account_address_gone,
      enough_addresses: m.account_addresses_enough,
    };
    const status = kept.error.code === 'address_unknown' ? 404 : 422;
    return { status, form: shown, beside: {}, above: above[kept.error.code]() };
  }
  return { status: 400, form: shown, beside: besideOf(kept.error.fields), above: null };
}

/** The form's own names for fields that the gate refused. */
const FORM_NAME: Record<string, string> = { name: 'buyerName', provinceCode: 'province', wardCode: 'ward' };

function besideOf(fields: Record<string, Parameters<typeof fieldSentence>[0]>): Record<string, string> {
  const beside: Record<string, string> = {};
  for (const [field, code] of Object.entries(fields)) beside[FORM_NAME[field] ?? field] = fieldSentence(code);
  return beside;
}
