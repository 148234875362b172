import { micromark } from 'micromark';

/** HTML shows as text, and pictures do not exist: a page of terms is words alone. */
const WORDS_ALONE = [{ disable: { null: ['htmlFlow', 'htmlText', 'labelStartImage'] } }];

/**
 * Markdown (CommonMark without HTML and pictures) as HTML. Links lead to http, https, mailto or within the site; the
 * highest heading is an h2, since the page has its h1.
 */
export function markdownToHtml(text: string): string {
  return micromark(text, { extensions: WORDS_ALONE }).replace(
    /<(\/?)h([1-5])>/g,
    (_, slash: string, level: string) => `<${slash}h${level === '1' ? '2' : level}>`,
  );
}
