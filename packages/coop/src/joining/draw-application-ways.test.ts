import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { drawApplicationWays } from './draw-application-ways.ts';

const DESIGN = fileURLToPath(new URL('../../../../docs/design.md', import.meta.url));

it('the drawing in docs/design.md is what the table of ways says', () => {
  expect(readFileSync(DESIGN, 'utf8')).toContain(`\`\`\`mermaid\n${drawApplicationWays()}\n\`\`\``);
});
