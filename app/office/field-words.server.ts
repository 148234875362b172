import type { FieldCode } from '@baunghe/api';
import type { KilogramsError } from '@baunghe/money';
import * as m from '~/paraglide/messages.js';

const WORDS: Partial<Record<FieldCode, () => string>> = {
  phone_missing: m.office_say_phone_invalid,
  phone_invalid: m.office_say_phone_invalid,
  plot_missing: m.office_say_plot_missing,
  variety_missing: m.office_say_variety_missing,
  grade_missing: m.office_say_grade_missing,
  weight_missing: m.office_say_weight_missing,
  weight_invalid: m.office_say_weight_invalid,
  weight_range_invalid: m.buying_weight_range_invalid,
  day_invalid: m.office_say_day_invalid,
  amount_missing: m.office_say_amount_missing,
  amount_invalid: m.office_say_amount_invalid,
  percent_invalid: m.markdown_say_percent,
  reference_missing: m.office_say_reference_missing,
  lot_missing: m.office_say_lot_missing,
  quantity_invalid: m.office_say_quantity_invalid,
  carrier_missing: m.office_say_carrier_missing,
  ward_missing: m.carriers_ward_say_not_listed,
  why_missing: m.office_say_why_missing,
  fate_missing: m.evidence_say_fate_missing,
  name_missing: m.evidence_say_name_missing,
  note_missing: m.office_say_note_missing,
  number_invalid: m.listings_say_number,
  words_missing: m.listings_say_words,
  unit_missing: m.listings_say_unit,
  picture_missing: m.listings_say_picture,
  variety_code_invalid: m.listings_say_code,
  outcome_missing: m.stock_say_outcome_missing,
  celsius_invalid: m.stock_say_celsius,
  place_missing: m.stock_say_place_missing,
  act_missing: m.farm_say_act,
  area_invalid: m.farm_say_area,
  code_invalid: m.farm_say_code,
  dose_missing: m.farm_say_dose,
  operator_missing: m.farm_say_operator,
  order_missing: m.board_say_none_chosen,
  quantity_missing: m.farm_say_quantity,
  reason_missing: m.farm_say_reason,
  file_missing: m.farm_say_file,
  interval_invalid: m.farm_say_interval,
  kind_missing: m.farm_say_kind,
  box_missing: m.office_say_field_other,
  laboratory_missing: m.farm_say_laboratory,
  number_missing: m.farm_say_number,
  value_invalid: m.farm_say_value,
  through_missing: m.money_say_through,
  money_missing: m.stock_say_money_kind,
  role_missing: m.people_say_role,
  side_missing: m.yearend_say_side_missing,
  member_missing: m.shares_say_member,
  fruit_missing: m.preorders_say_fruit,
  rule_missing: m.preorders_say_rule,
  days_missing: m.delivery_say_days,
  bank_missing: m.settlement_say_bank,
  account_invalid: m.settlement_say_account,
  holder_missing: m.settlement_say_holder,
  too_long: m.office_say_too_long,
  key_missing: m.office_unknown_request,
};

/** What stands beside a field whose input the gate refused with a code. */
export function fieldWords(code: FieldCode): string {
  return (WORDS[code] ?? m.office_say_field_other)();
}

const WEIGHT: Record<KilogramsError['code'], () => string> = {
  empty: m.office_say_weight_missing,
  not_a_number: m.office_say_weight_invalid,
  negative: m.office_say_weight_negative,
  too_many_decimals: m.office_say_weight_decimals,
  too_heavy: m.office_say_weight_invalid,
};

/** Why typed kilograms could not be read. */
export function weightWords({ code }: KilogramsError): string {
  return WEIGHT[code]();
}
