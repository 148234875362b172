/** A whole number of units from 1 to 500 as a person types it, spaces passed over; null for anything else. */
export function typedQuantity(typed: FormDataEntryValue | null): number | null {
  const text = typeof typed === 'string' ? typed.replace(/\s/g, '') : '';
  if (!/^\d{1,3}$/.test(text)) return null;
  const quantity = Number(text);
  return quantity >= 1 && quantity <= 500 ? quantity : null;
}
