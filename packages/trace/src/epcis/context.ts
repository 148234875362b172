import { isDeepStrictEqual } from 'node:util';
import { isObject, type Json, listOf } from './json.ts';

/** GS1's JSON-LD context, as EPCIS 2.0 publishes it. */
export const GS1_CONTEXT = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld';

const GS1_CONTEXTS = /^https:\/\/(ref\.gs1\.org|gs1\.github\.io)\/.*epcis-context\.jsonld$/i;

/** Short names of vocabularies, by short name. */
export type Prefixes = Readonly<Record<string, string>>;

/** The short names that GS1's own context knows. */
export const GS1_PREFIXES: Prefixes = {
  epcis: 'https://ref.gs1.org/epcis/',
  cbv: 'https://ref.gs1.org/cbv/',
  cbvmda: 'urn:epcglobal:cbv:mda:',
  gs1: 'https://gs1.org/voc/',
};

/** What a context says beside GS1's own. */
export function beyondGs1(context: Json | undefined): Json[] {
  return listOf(context).filter((entry) => !(typeof entry === 'string' && GS1_CONTEXTS.test(entry)));
}

/** The short names that a context gives; those of contexts that lie elsewhere stay unknown, since nothing is fetched. */
export function prefixesOf(context: Json | undefined): Prefixes {
  const given = listOf(context)
    .filter(isObject)
    .flatMap((entry) => Object.entries(entry))
    .filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  return { ...GS1_PREFIXES, ...Object.fromEntries(given) };
}

/** A name in full: `cbvmda:lotNumber` as `urn:epcglobal:cbv:mda:lotNumber`; as it is when its prefix is unknown. */
export function fullName(name: string, prefixes: Prefixes): string {
  const colon = name.indexOf(':');
  const base =
    colon > 0 && Object.hasOwn(prefixes, name.slice(0, colon)) ? prefixes[name.slice(0, colon)] : undefined;
  return base === undefined ? name : base + name.slice(colon + 1);
}

/**
 * The one context under which all events of an answer mean what they meant; null when they contradict each other, or
 * when one of several names a context that lies elsewhere.
 */
export function commonContext(contexts: readonly Json[][]): Json[] | null {
  const entries: Json[] = [];
  for (const entry of contexts.flat()) {
    if (!entries.some((known) => isDeepStrictEqual(known, entry))) entries.push(entry);
  }
  const [first = [], ...others] = contexts;
  const alike = others.every((context) => isDeepStrictEqual(context, first));
  return alike || agree(entries) ? [GS1_CONTEXT, ...(alike ? first : entries)] : null;
}

function agree(entries: readonly Json[]): boolean {
  const known = new Map<string, Json>();
  return entries.every(
    (entry) =>
      isObject(entry) &&
      Object.entries(entry).every(([name, means]) => {
        const before = known.get(name) ?? means;
        known.set(name, means);
        return typeof means === 'string' && !name.startsWith('@') && before === means;
      }),
  );
}
