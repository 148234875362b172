/** Batch codes as people write them after each other, with commas, spaces or lines between. */
export const batchesIn = (words: string): string[] =>
  words
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter((batch) => batch !== '');
