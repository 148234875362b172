/** One choice of an `Accept` or `Accept-Language` header, lower-cased, with its weight from 0 to 1. */
export interface Preference {
  choice: string;
  weight: number;
}

/** Reads a header of weighted choices (RFC 9110, 12.4.2), heaviest first, ties in their order; broken ones count 0. */
export function readPreferences(header: string | null): readonly Preference[] {
  return (header ?? '')
    .split(',')
    .map((part) => {
      const [choice = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
      const weight = parameters.find((text) => text.startsWith('q='))?.slice(2) ?? '1';
      return { choice, weight: /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(weight) ? Number(weight) : 0 };
    })
    .filter(({ choice }) => choice !== '')
    .sort((a, b) => b.weight - a.weight);
}

/** How much a media type is wanted, 0 for not at all; the most exact range counts (RFC 9110, 12.5.1). */
export function mediaTypeWeight(preferences: readonly Preference[], type: string): number {
  const wanted = type.toLowerCase().split(';')[0]?.trim() ?? '';
  const ranges = [wanted, `${wanted.split('/')[0]}/*`, '*/*'];
  return weightOfFirst(preferences, ranges);
}

/**
 * How much a language is wanted, 0 for not at all: `vi-VN` answers to `vi-VN`, to `vi` and to `*` (RFC 4647, 3.4),
 * and `vi` to `vi-VN`, there being nothing closer.
 */
export function languageWeight(preferences: readonly Preference[], tag: string): number {
  const wanted = tag.toLowerCase();
  const shorter = wanted.split('-').map((_, place, parts) => parts.slice(0, parts.length - place).join('-'));
  const longer = preferences.find(({ choice }) => choice.startsWith(`${wanted}-`));
  return weightOfFirst(preferences, shorter) || longer?.weight || weightOfFirst(preferences, ['*']);
}

function weightOfFirst(preferences: readonly Preference[], choices: readonly string[]): number {
  for (const choice of choices) {
    const found = preferences.find((preference) => preference.choice === choice);
    if (found) return found.weight;
  }
  return 0;
}
