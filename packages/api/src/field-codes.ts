/** Every code that a form's field can be refused with; pages have a sentence for each. */
const FIELD_CODES = [
  'act_missing',
  'amount_invalid',
  'amount_missing',
  'area_invalid',
  'carrier_missing',
  'cart_too_long',
  'celsius_invalid',
  'code_invalid',
  'day_invalid',
  'dose_missing',
  'fate_missing',
  'file_missing',
  'grade_missing',
  'interval_invalid',
  'key_missing',
  'kind_missing',
  'laboratory_missing',
  'lot_missing',
  'method_missing',
  'name_missing',
  'note_missing',
  'number_invalid',
  'number_missing',
  'operator_missing',
  'outcome_missing',
  'phone_invalid',
  'phone_missing',
  'picture_missing',
  'pin_invalid',
  'place_missing',
  'plot_missing',
  'province_missing',
  'quantity_invalid',
  'quantity_missing',
  'reason_missing',
  'reference_missing',
  'street_missing',
  'too_long',
  'unit_missing',
  'value_invalid',
  'variety_code_invalid',
  'variety_missing',
  'ward_missing',
  'weight_invalid',
  'weight_range_invalid',
  'weight_missing',
  'why_missing',
  'words_missing',
  /** Input that no form of ours sends. */
  'invalid',
] as const;

/** One of the codes. */
export type FieldCode = (typeof FIELD_CODES)[number];

/** The code in a schema's message; a message of zod's own, which only a tampered form brings about, is `invalid`. */
export function fieldCode(message: string): FieldCode {
  return FIELD_CODES.find((code) => code === message) ?? 'invalid';
}
