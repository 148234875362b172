import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Rollup } from 'vite';
import { expect, it } from 'vitest';

/** What a browser loads to check a page, as the product's own bundler packs it. */
async function shipped(): Promise<Rollup.OutputChunk[]> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rollupOptions: {
        input: fileURLToPath(new URL('check.ts', import.meta.url)),
        preserveEntrySignatures: 'strict',
      },
    },
  });
  const { output } = [built].flat()[0] as Rollup.RollupOutput;
  return output.filter((file) => file.type === 'chunk');
}

it('a page checks itself with less than 8 KB of script, and no Ed25519 of ours unless it must', async () => {
  const chunks = await shipped();
  const first = chunks.filter(({ isDynamicEntry }) => !isDynamicEntry);
  const later = chunks.filter(({ isDynamicEntry }) => isDynamicEntry);
  const bytes = first.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0);
  expect(first[0]?.exports).toContain('check');
  expect(bytes).toBeLessThan(8 * 1024);
  const isOurs = (id: string) => id.includes('@noble/ed25519');
  expect(first.flatMap(({ moduleIds }) => moduleIds).filter(isOurs)).toEqual([]);
  expect(later.flatMap(({ moduleIds }) => moduleIds).filter(isOurs)).toHaveLength(1);
});
