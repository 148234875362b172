import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@baunghe/db';
import type { TestProject } from 'vitest/node';
import { launch, postgresOf } from './launch';
import { beside, openShop, type SmallShop } from './small-shop';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A stopped server's data folder with the small shop in it, to be copied. */
    shop: { folder: string; shop: SmallShop };
  }
}

/** Vitest's global setup: one data folder with a shop in it, made once by the built server itself. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'baunghe-faults-shop-'));
  const server = launch({ DEMO: '0', DATA_DIR: folder, PORT: String(await freePort()) });
  const early = await Promise.race([server.ready, server.ended]);
  if (early) throw new Error(early.errors.join('\n'));
  const shop = await beside(postgresOf(folder).url, (database) => database.$transaction(openShop));
  server.child.kill('SIGTERM');
  await server.ended;
  project.provide('shop', { folder, shop });
  return () => rmSync(folder, { recursive: true, force: true });
}
