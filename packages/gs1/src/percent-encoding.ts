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
