/** One part of an element's data field, as the GS1 Barcode Syntax Dictionary writes it: `N14,csum` or `[X..17]`. */
export interface Component {
  /** N digits, X character set 82, Y character set 39, Z character set 64. */
  characters: 'N' | 'X' | 'Y' | 'Z';
  shortest: number;
  longest: number;
  optional: boolean;
  linters: readonly string[];
}

/** One Application Identifier, as its entry in the GS1 Barcode Syntax Dictionary describes it. */
export interface ApplicationIdentifier {
  ai: string;
  /** The data title, such as `BATCH/LOT`. */
  title: string;
  components: readonly Component[];
  /** `*`: of predefined length, so that no FNC1 ends it. */
  predefinedLength: boolean;
  /** `?`: may stand in the query of a Digital Link. */
  attribute: boolean;
  /** `req=`: of each list one group must be there whole; a group's members are AIs or patterns such as `310n`. */
  requires: readonly (readonly (readonly string[])[])[];
  /** `ex=`: AIs or patterns that may not be beside it. */
  excludes: readonly string[];
  /** `dlpkey`: the orders in which qualifiers may follow this primary key in a Digital Link's path. */
  qualifiers?: readonly (readonly string[])[];
}

/**
 * The Application Identifiers of one line of the dictionary, `10 ? X..20 req=01,02 # BATCH/LOT`: one, or a whole
 * range such as `3100-3105`. @throws RangeError for a line that is none.
 */
export function readDictionaryLine(line: string): readonly ApplicationIdentifier[] {
  const [, first, last = first, flags = '', words = '', title = ''] =
    /^(\d+)(?:-(\d+))?\s+(?:([*?]+)\s+)?([^#]+?)\s*(?:#\s*(.*))?$/.exec(line) ?? [];
  if (first === undefined) throw new RangeError(`not a line of the dictionary: ${line}`);
  const entry = {
    title,
    components: [] as Component[],
    predefinedLength: flags.includes('*'),
    attribute: flags.includes('?'),
    requires: [] as string[][][],
    excludes: [] as string[],
  };
  let qualifiers: string[][] | undefined;
  for (const word of words.split(/\s+/)) {
    const [name, list = ''] = word.split('=');
    if (name === 'req') entry.requires.push(list.split(',').map((group) => group.split('+')));
    else if (name === 'ex') entry.excludes.push(...list.split(','));
    else if (name === 'dlpkey') qualifiers = list.split('|').map((order) => order.split(',').filter(Boolean));
    else entry.components.push(readComponent(word));
  }
  return numbersBetween(first, `${last}`).map((ai) => ({ ai, ...entry, ...(qualifiers && { qualifiers }) }));
}

function readComponent(word: string): Component {
  const [, open, characters, range, length, linters] =
    /^(\[)?([NXYZ])(\.\.)?(\d+)\]?(?:,(.*))?$/.exec(word) ?? [];
  if (length === undefined) throw new RangeError(`not understood in the dictionary: ${word}`);
  const longest = Number(length);
  return {
    characters: characters as Component['characters'],
    shortest: range ? 1 : longest,
    longest,
    optional: open !== undefined,
    linters: linters?.split(',') ?? [],
  };
}

function numbersBetween(first: string, last: string): string[] {
  const count = Number(last) - Number(first) + 1;
  return Array.from({ length: count }, (_, n) => String(Number(first) + n).padStart(first.length, '0'));
}
