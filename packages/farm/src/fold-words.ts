/** Words as they are looked for: no diacritics (đ as d), lower case, single spaces; as SQL's folded_words does. */
export function foldWords(words: string): string {
  return words
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
