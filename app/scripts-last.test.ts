import { describe, expect, it } from 'vitest';
import { scriptsLast } from './scripts-last';

const LINKS = '<link rel="modulepreload" href="/assets/a.js"/>';
const DRAWN = `<html><body><p>Sầu riêng</p>${LINKS}<script nonce="n1">state</script><script nonce="n1" type="module" async="">import "/assets/a.js";</script></body></html>`;

describe('a page whose scripts come last', () => {
  it('asks for none of them before its own starter does, which carries the page’s nonce', () => {
    const page = scriptsLast(DRAWN, 'n1');
    expect(page).not.toContain('modulepreload" href');
    expect(page).not.toContain('type="module"');
    expect(page).toContain('<link rel="later" href="/assets/a.js"/>');
    expect(page).toContain('<script nonce="n1" type="later">import "/assets/a.js";</script>');
    expect(page).toContain('<script nonce="n1">state</script>');
    expect(page).toMatch(/<script nonce="n1">\(function\(\)\{[^<]+<\/script><\/body>/);
  });

  it('is left alone where it has none', () => {
    const still = '<html><body><p>Sầu riêng</p><script type="application/ld+json">{}</script></body></html>';
    expect(scriptsLast(still, 'n1')).toBe(still);
  });
});
