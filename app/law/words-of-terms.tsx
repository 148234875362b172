const LOOK =
  'max-w-prose text-16 [&_a]:underline [&_a]:underline-offset-4 [&_a]:text-rind [&_blockquote]:border-l-4 [&_blockquote]:border-edge ' +
  '[&_blockquote]:pl-4 [&_h2]:mt-8 [&_h2]:mb-2 [&_h2]:text-22 [&_h3]:mt-6 [&_h3]:text-18 [&_li]:mt-1 [&_ol]:list-decimal ' +
  '[&_ol]:pl-6 [&_p]:mt-3 [&_ul]:mt-2 [&_ul]:list-disc [&_ul]:pl-6 [&>h2:first-child]:mt-0 wrap-anywhere';

/** A page's words, as `markdownToHtml` made them: no HTML of a writer's is in it. `lang` where it is another's language. */
export function WordsOfTerms({ html, lang }: { html: string; lang?: string | undefined }) {
  return <div className={LOOK} lang={lang} dangerouslySetInnerHTML={{ __html: html }} />;
}
