/** The fields that GHN's "Create order" documents (api.ghn.vn), with those of addresses of two levels. */
export const WHAT_CREATE_TAKES: ReadonlySet<string> = new Set(
  `payment_type_id note required_note from_name from_phone from_address from_ward_name from_district_name
  from_province_name is_new_from_address return_phone return_name return_address return_ward_name return_district_name
  return_province_name client_order_code to_name to_phone to_address to_ward_name to_ward_code to_district_name
  to_district_id to_province_name is_new_to_address cod_amount content weight length width height cod_failed_amount
  pick_station_id deliver_station_id insurance_value service_id service_type_id coupon pick_shift pickup_time items`.split(
    /\s+/,
  ),
);

type Fields = Record<string, unknown>;
type Rule = (asked: Fields) => string | null;

const NOTES = ['CHOTHUHANG', 'CHOXEMHANGKHONGTHU', 'KHONGCHOXEMHANG'];

const text = (name: string): Rule => {
  return (asked) =>
    typeof asked[name] === 'string' && asked[name] !== '' ? null : `${name} is required, as a string`;
};

const whole = (name: string, most: number): Rule => {
  return ({ [name]: value }) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) return `${name} must be of type int`;
    return value < 0 || value > most ? `${name} must be at most ${most}` : null;
  };
};

const address: Rule = (asked) => {
  if (asked.is_new_to_address === true)
    return 'to_district_name' in asked ? 'to_district_name goes with old addresses' : null;
  return typeof asked.to_district_name === 'string' || typeof asked.to_district_id === 'number'
    ? null
    : 'to_district_name is required';
};

/** Heavy goods are told piece by piece. */
const heavy: Rule = ({ service_type_id, weight, items }) => {
  if (service_type_id !== 2 && service_type_id !== 5) return 'service_type_id must be 2 or 5';
  if (service_type_id === 2) return Number(weight) < 20_000 ? null : 'too heavy for service_type_id 2';
  const pieces = Array.isArray(items) ? (items as Fields[]) : [];
  if (pieces.length === 0) return 'items is required';
  return pieces.some(({ weight }) => typeof weight !== 'number') ? 'items: weight is required' : null;
};

const RULES: readonly Rule[] = [
  ...['to_name', 'to_phone', 'to_address', 'to_ward_name', 'to_province_name', 'client_order_code'].map(text),
  ({ to_phone }) => (/^0\d{9}$/.test(String(to_phone)) ? null : 'to_phone is not valid'),
  address,
  whole('weight', 50_000),
  ...['length', 'width', 'height'].map((side) => whole(side, 200)),
  whole('cod_amount', 50_000_000),
  ({ payment_type_id }) =>
    payment_type_id === 1 || payment_type_id === 2 ? null : 'payment_type_id must be 1 or 2',
  ({ required_note }) => (NOTES.includes(String(required_note)) ? null : 'required_note is not valid'),
  heavy,
];

/** Why GHN would not take an order; null where it does. */
export function whyNot(asked: Fields): string | null {
  for (const rule of RULES) {
    const why = rule(asked);
    if (why) return why;
  }
  return null;
}
