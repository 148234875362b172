import type { FieldCode } from '@baunghe/api';
import * as m from '~/paraglide/messages.js';

/** A sentence for the codes that a field can be refused with; one that only the office's forms know is plain. */
const FIELD: Partial<Record<FieldCode, () => string>> = {
  name_missing: m.errors_name_missing,
  phone_missing: m.errors_phone_missing,
  phone_invalid: m.errors_phone_invalid,
  province_missing: m.errors_province_missing,
  ward_missing: m.errors_ward_missing,
  street_missing: m.errors_street_missing,
  method_missing: m.errors_method_missing,
  quantity_invalid: m.errors_quantity_invalid,
  cart_too_long: m.errors_cart_too_long,
  too_long: m.errors_too_long,
  kind_missing: m.errors_field_invalid,
  key_missing: m.errors_field_invalid,
  amount_invalid: m.errors_field_invalid,
  amount_missing: m.errors_field_invalid,
  carrier_missing: m.errors_field_invalid,
  day_invalid: m.errors_field_invalid,
  grade_missing: m.errors_field_invalid,
  lot_missing: m.errors_field_invalid,
  note_missing: m.errors_field_invalid,
  pin_invalid: m.errors_field_invalid,
  plot_missing: m.errors_field_invalid,
  reference_missing: m.errors_field_invalid,
  variety_missing: m.errors_field_invalid,
  weight_invalid: m.errors_field_invalid,
  weight_missing: m.errors_field_invalid,
  why_missing: m.errors_field_invalid,
  words_missing: m.errors_field_invalid,
  invalid: m.errors_field_invalid,
};

/** What stands beside a field that the gate refused. */
export const fieldSentence = (code: FieldCode): string => (FIELD[code] ?? m.errors_field_invalid)();
