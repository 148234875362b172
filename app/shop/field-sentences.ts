import type { FieldCode } from '@baunghe/api';
import * as m from '~/paraglide/messages.js';

const FIELD: Partial<Record<FieldCode, () => string>> = {
  name_missing: m.errors_name_missing,
  phone_missing: m.errors_phone_missing,
  phone_invalid: m.errors_phone_invalid,
  province_missing: m.errors_province_missing,
  ward_missing: m.errors_ward_missing,
  street_missing: m.errors_street_missing,
  method_missing: m.errors_method_missing,
  stars_missing: m.finding_say_stars,
  quantity_invalid: m.errors_quantity_invalid,
  cart_too_long: m.errors_cart_too_long,
  bank_missing: m.money_tell_bank_missing,
  account_invalid: m.money_tell_account_invalid,
  holder_missing: m.money_tell_holder_missing,
  too_long: m.errors_too_long,
  why_missing: m.after_say_why,
  box_missing: m.after_say_box,
  reason_missing: m.after_say_reason,
  company_missing: m.delivery_say_company,
  tax_code_invalid: m.delivery_say_tax_code,
  company_address_missing: m.delivery_say_company_address,
  email_invalid: m.delivery_say_email,
  variety_missing: m.bulk_say_variety,
  weight_missing: m.bulk_say_weight,
  weight_invalid: m.bulk_say_weight,
  day_invalid: m.bulk_say_day_missing,
  kind_missing: m.bulk_say_kind,
  country_missing: m.bulk_say_country,
  terms_missing: m.bulk_say_terms,
};

/** What stands beside a field that the gate refused; codes that only the office's forms know are told plainly. */
export const fieldSentence = (code: FieldCode): string => (FIELD[code] ?? m.errors_field_invalid)();
