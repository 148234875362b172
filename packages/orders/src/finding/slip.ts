/** How many letters may be wrong in a word of so many: none in a short one, where another fruit is a letter away. */
const slipsIn = (length: number): number => (length < 5 ? 0 : length < 8 ? 1 : 2);

/** Whether every word typed is one of the words meant, or a slip of the fingers away from one. */
export function isSlipOf(typed: readonly string[], meant: readonly string[]): boolean {
  return typed.every((word) => meant.some((other) => slips(word, other) <= slipsIn(word.length)));
}

/**
 * How many slips lie between two words: letters too many, missing, wrong, or two neighbours changed about (optimal
 * string alignment).
 */
export function slips(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const line = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const about = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      line[column] = Math.min(
        (last[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + Number(!same),
        about ? (before[column - 2] ?? 0) + 1 : Infinity,
      );
    }
    [before, last] = [last, line];
  }
  return last[b.length] ?? 0;
}
