/** What a page says of the act that its address names as done; null for none and for what is no act of it. */
export const doneWords = (
  words: Readonly<Record<string, () => string>>,
  done: string | null,
): string | null => (done !== null && Object.hasOwn(words, done) ? (words[done]?.() ?? null) : null);
