/** One EMVCo field: two digits of tag, two of length, the value. @throws RangeError past 99 characters. */
export function tlv(tag: string, value: string): string {
  const length = [...value].length;
  if (!/^\d\d$/.test(tag) || length < 1 || length > 99) throw new RangeError(`does not fit a field: ${tag}`);
  return tag + String(length).padStart(2, '0') + value;
}

/** The values by tag, in whatever order they came, or null when lengths do not add up or a tag comes twice. */
export function readTlv(payload: string): ReadonlyMap<string, string> | null {
  const characters = [...payload];
  const values = new Map<string, string>();
  let at = 0;
  while (at < characters.length) {
    const head = /^(\d\d)(\d\d)$/.exec(characters.slice(at, at + 4).join(''));
    if (!head) return null;
    const [, tag = '', length = ''] = head;
    const value = characters.slice(at + 4, at + 4 + Number(length));
    if (value.length !== Number(length) || values.has(tag)) return null;
    values.set(tag, value.join(''));
    at += 4 + Number(length);
  }
  return values;
}
