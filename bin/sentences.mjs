import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const LOCALES = ['vi', 'en', 'zh'];
/** What parts a text from the names of its blanks in turn; no sentence holds it. */
const PART = '\u0001';

/**
 * Writes every compiled sentence into one file for the server, as text and not as four functions each: there they are all
 * in memory, and as functions they took more of it than everything else that pages are made of. Browsers go on with the
 * compiled files, of which a page takes the few that it says. A sentence that counts is taken from its compiled file.
 */
export function writeSentences(outdir) {
  const keys = readdirSync(join(outdir, 'messages'))
    .filter((name) => name.endsWith('.js') && name !== '_index.js')
    .map((name) => name.slice(0, -'.js'.length));
  const lines = keys.map((key) => {
    const code = readFileSync(join(outdir, 'messages', `${key}.js`), 'utf8');
    const texts = LOCALES.map((locale) => textIn(code, `${locale}_${key}`));
    return texts.includes(null)
      ? `export { ${key} } from './messages/${key}.js';`
      : `export const ${key} = /*@__PURE__*/ sentence(${texts.map((text) => JSON.stringify(text)).join(', ')});`;
  });
  const head =
    "/* eslint-disable */\n/* biome-ignore-all lint: made by bin/sentences.mjs */\nimport { sentence } from '../sentence';\n";
  writeFileSync(join(outdir, 'sentences.js'), `${head}${lines.join('\n')}\n`);
  writeFileSync(join(outdir, 'sentences.d.ts'), "export * from './messages/_index.js';\n");
}

/** The one text that a compiled function gives back, its blanks named between marks; null when it chooses among several. */
function textIn(code, name) {
  const function_ = new RegExp(
    `const ${name} = /\\*\\* [^\\n]*? \\*/ \\(i?\\) => \\{\\n\\treturn /\\*\\* @type \\{LocalizedString\\} \\*/ \\(\`((?:[^\`\\\\$]|\\\\.)*(?:\\$\\{i\\?\\.\\w+\\}(?:[^\`\\\\$]|\\\\.)*)*)\`\\)\\n\\};`,
  );
  const written = function_.exec(code)?.[1];
  if (written === undefined) return null;
  return written
    .replace(/\$\{i\?\.(\w+)\}/g, `${PART}$1${PART}`)
    .replace(/\\(.)/g, (_, letter) => (letter === 'n' ? '\n' : letter));
}
