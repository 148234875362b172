import { Prisma, type SearchKind, type Tx } from '@baunghe/db';
import { isSlipOf } from './slip.ts';

/** What a search found, in the order of its rule. */
export interface FoundByWords {
  /** Listings whose names (in any of three languages, or their variety's) hold every word, the nearest first. */
  productIds: string[];
  /** Orchards whose name, code or shown grower holds every word. */
  plotIds: string[];
  /** True: nothing holds every word, and these are spelled nearly so. */
  nearly: boolean;
}

/** From how much of what was typed on a name is worth a look, as pg_trgm's word similarity has it, 0 to 1. */
const FAINTLY = 0.25;
/** And from how much on it counts as spelled nearly so. */
const NEARLY = 0.45;
const MOST_WORDS = 8;

/**
 * Finds listings and orchards by words in any order, with or without diacritics, each word from its beginning; where
 * nothing holds every word, by what is spelled nearly so. Runs in a transaction, for which it sets how near is near.
 */
export async function findWords(tx: Tx, typed: string, most: number): Promise<FoundByWords> {
  const words = await searchedWords(tx, typed);
  if (words.length === 0) return { productIds: [], plotIds: [], nearly: false };
  const exact = await tx.$queryRaw<Hit[]>(holdingAll(words, most));
  if (exact.length > 0) return { ...idsOf(exact), nearly: false };
  const alike = await faintHits(tx, words, most);
  const near = alike.filter((hit) => hit.nearness >= NEARLY || isSlipOf(words, hit.words.trim().split(' ')));
  return { ...idsOf(near), nearly: true };
}

/** The few listings whose names are the least far from what was typed in vain. */
export async function faintlyLike(tx: Tx, typed: string, most: number): Promise<string[]> {
  const words = await searchedWords(tx, typed);
  if (words.length === 0) return [];
  return idsOf(await faintHits(tx, words, most)).productIds;
}

interface Hit {
  kind: SearchKind;
  id: string;
}

async function searchedWords(tx: Tx, typed: string): Promise<string[]> {
  const [row] = await tx.$queryRaw<{ words: string | null }[]>`SELECT searched_words(${typed}) AS words`;
  return (row?.words ?? '').split(' ').filter(Boolean).slice(0, MOST_WORDS);
}

/** The rows that hold every word, by trigram index. Words are letters and digits alone, so none is a wildcard. */
function holdingAll(words: readonly string[], most: number): Prisma.Sql {
  const each = words.map((word) => Prisma.sql`"words" LIKE ${`% ${word}%`}`);
  return Prisma.sql`
    SELECT "kind", "id" FROM "search_text" WHERE ${Prisma.join(each, ' AND ')}
    ORDER BY word_similarity(${words.join(' ')}, "words") DESC, length("words"), "id" LIMIT ${most}`;
}

async function faintHits(
  tx: Tx,
  words: readonly string[],
  most: number,
): Promise<(Hit & { words: string; nearness: number })[]> {
  await tx.$executeRaw`SELECT set_config('pg_trgm.word_similarity_threshold', ${`${FAINTLY}`}, true)`;
  const typed = words.join(' ');
  return tx.$queryRaw`
    SELECT "kind", "id", "words", word_similarity(${typed}, "words")::float8 AS nearness
    FROM "search_text" WHERE ${typed} <% "words"
    ORDER BY nearness DESC, length("words"), "id" LIMIT ${most}`;
}

function idsOf(hits: readonly Hit[]): Pick<FoundByWords, 'productIds' | 'plotIds'> {
  const of = (kind: SearchKind) => hits.filter((hit) => hit.kind === kind).map((hit) => hit.id);
  return { productIds: of('product'), plotIds: of('plot') };
}
