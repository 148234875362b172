/** The fields of an EMVCo text, by their two digits: id, two digits of length, value (EMVCo MPM, section 3). */
export function fieldsOf(text: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (let at = 0; at < text.length; ) {
    const length = Number(text.slice(at + 2, at + 4));
    fields.set(text.slice(at, at + 2), text.slice(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return fields;
}

/** The four hexadecimal digits that must end an EMVCo text: CRC-16 with polynomial 1021, starting from FFFF. */
export function checksumOf(text: string): string {
  let sum = 0xffff;
  for (const byte of Buffer.from(text.slice(0, -4), 'utf8')) {
    for (let bit = 7; bit >= 0; bit--) {
      const carry = ((sum >> 15) & 1) ^ ((byte >> bit) & 1);
      sum = ((sum << 1) & 0xffff) ^ (carry ? 0x1021 : 0);
    }
  }
  return sum.toString(16).toUpperCase().padStart(4, '0');
}
