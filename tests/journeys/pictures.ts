import { fileURLToPath } from 'node:url';
import type { Visitor } from './visitor.ts';

const FOLDER = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));

/** With PICTURES=1, keeps what the screen shows now as the picture of that name in README.md. */
export async function takePicture({ page }: Visitor, name: 'storefront' | 'box'): Promise<void> {
  if (process.env.PICTURES !== '1') return;
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `${FOLDER}${name}.png` });
}
