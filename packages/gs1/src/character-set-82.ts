/** Whether `text` is written in GS1 AI encodable character set 82 (General Specifications, figure 7.11-1). */
export function fitsCharacterSet82(text: string): boolean {
  return /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]*$/.test(text);
}

/** `text` (character set 82) as one part of a URI: everything but letters, digits, `-`, `.` and `_` is escaped. */
export function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The text of one part of a URI, or null when its escapes are broken. */
export function percentDecode(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
