import fc from 'fast-check';
import { expect, it } from 'vitest';
import { markdownToHtml } from './markdown.server';

it('draws headings, lists, strong words and links', () => {
  expect(markdownToHtml('# Một\n\n- **hai** [ba](/terms/privacy)')).toBe(
    '<h2>Một</h2>\n<ul>\n<li><strong>hai</strong> <a href="/terms/privacy">ba</a></li>\n</ul>',
  );
});

it.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '![x](https://elsewhere.example/x.png)',
  '<https://a.example/"onmouseover="x>',
])('lets no tag of %s through', (text) => {
  expect(markdownToHtml(text)).not.toMatch(/<(script|img|iframe|svg)|\son\w+="/i);
});

it('leads nowhere by script', () => {
  expect(markdownToHtml('[x](javascript:alert(1)) [y](data:text/html,z)')).not.toMatch(/javascript:|data:/);
});

it('writes no other tag than those of words, whatever is written', () => {
  const pieces = fc.array(
    fc.constantFrom(
      '<',
      '>',
      '/',
      'script',
      'a',
      ' href=',
      '"',
      '[',
      ']',
      '(',
      ')',
      '!',
      '`',
      '\n',
      '#',
      '&lt;',
    ),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(pieces, (parts) => {
      const tags = [...markdownToHtml(parts.join('')).matchAll(/<\/?([a-z0-9]+)/gi)].map(([, tag]) => tag);
      const known = [
        'p',
        'a',
        'h2',
        'h3',
        'h4',
        'h5',
        'h6',
        'code',
        'pre',
        'ul',
        'ol',
        'li',
        'em',
        'strong',
        'blockquote',
        'br',
        'hr',
      ];
      expect(known).toEqual(expect.arrayContaining(tags));
    }),
    { numRuns: 200 },
  );
});
