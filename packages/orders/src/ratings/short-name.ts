const CHINESE = /^[\u3400-\u9fff]+$/;

/**
 * A buyer's name as it may stand on a public page: the family name, as Vietnamese and Chinese names begin with it, and
 * an initial: `Nguyễn Thị Hoa` is `Nguyễn H.`, 王小明 is 王*. Of a name of one word, its initial.
 */
export function shortName(name: string): string {
  const [first = '', ...others] = name.trim().split(/\s+/);
  const [initial = ''] = first;
  if (CHINESE.test(first)) return `${initial}*`;
  const [last = ''] = others.at(-1) ?? '';
  return last ? `${first} ${last.toUpperCase()}.` : `${initial.toUpperCase()}.`;
}
