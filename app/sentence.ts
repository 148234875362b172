import { getLocale } from './paraglide/runtime.js';

const PART = '\u0001';

type Blanks = Record<string, unknown>;
type Options = { locale?: string };

/**
 * A sentence of the catalogues as the server keeps it: a text in each language, the names of its blanks between marks.
 * Called like a compiled one, with what goes into the blanks and, if not the visitor's, the language.
 */
export function sentence(vi: string, en: string, zh: string) {
  const texts: Record<'vi' | 'en' | 'zh', string | string[]> = { vi, en, zh };
  return (blanks?: Blanks, options?: Options): string => {
    const locale = options?.locale ?? getLocale();
    const at = locale === 'en' || locale === 'zh' ? locale : 'vi';
    const text = texts[at];
    if (typeof text === 'object') return filled(text, blanks);
    if (!text.includes(PART)) return text;
    const parts = text.split(PART);
    texts[at] = parts;
    return filled(parts, blanks);
  };
}

/** Of parts in turn a text and the name of a blank. */
function filled(parts: readonly string[], blanks: Blanks | undefined): string {
  let said = '';
  for (const [index, part] of parts.entries()) said += index % 2 === 0 ? part : blanks?.[part];
  return said;
}
