import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keepShippedTerms, TERMS_SLUGS } from '@baunghe/coop';
import type { Database } from '@baunghe/db';

/** Publishes the pages that the law wants as they are worded here, unless the office has written its own. */
export async function loadTerms(database: Database, folder: string, now: Date): Promise<void> {
  const text = (slug: string, locale: string) => readFile(join(folder, `${slug}.${locale}.md`), 'utf8');
  const pages = await Promise.all(
    TERMS_SLUGS.map(async (slug) => {
      const [bodyVi = '', bodyEn = null, bodyZh = null] = await Promise.all(
        ['vi', 'en', 'zh'].map((locale) => text(slug, locale)),
      );
      return { slug, bodyVi, bodyEn, bodyZh };
    }),
  );
  await keepShippedTerms(database, now, pages);
}
