const ESCAPED: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Characters that XML 1.0 has no way to write (2.2). */
const NO_CHARACTER = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]|\p{Cs}/gu;

/** Text as it stands in XML, in an element or an attribute. */
export const escapeXml = (text: string): string =>
  text.replace(NO_CHARACTER, '').replace(/[&<>"']/g, (character) => ESCAPED[character] ?? '');

/** An element around text. */
export const element = (name: string, text: string): string => `<${name}>${escapeXml(text)}</${name}>`;

/** An answer of XML, asked for by machines and fresh for five minutes. */
export function xmlAnswer(body: string, type: string): Response {
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`, {
    headers: { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'public, max-age=300' },
  });
}
