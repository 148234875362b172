import type { Plugin } from 'vite';

/**
 * Writes every letter beyond ASCII as an escape, which is the same letter in strings, templates and patterns. Of a file
 * with one such letter V8 keeps each letter in two bytes, as long as the server runs.
 */
export function inAscii(): Plugin {
  return {
    name: 'in-ascii',
    // Any sooner, and Vite's own last step would write the letters back.
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle))
        if (file.type === 'chunk') file.code = file.code.replace(/[^\0-\x7f]/g, escaped);
    },
  };
}

const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
