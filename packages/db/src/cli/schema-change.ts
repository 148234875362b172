import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../embedded-postgres.ts';
import { migrate } from '../migrate.ts';
import { withSchemaEngine } from '../schema-engine.ts';

/**
 * Prints the SQL that takes the schema of the last commit (or of nothing, with `--from-empty`) to the schema in the
 * tree: the start of a new migration, to which constraints and triggers are added by hand.
 */
const folder = 'prisma/schema';
const inTree = readdirSync(folder).map((name) => ({
  path: name,
  content: readFileSync(join(folder, name), 'utf8'),
}));
const committed = process.argv.includes('--from-empty')
  ? []
  : execFileSync('git', ['ls-tree', '--name-only', 'HEAD', `${folder}/`], { encoding: 'utf8' })
      .split('\n')
      .filter(Boolean)
      .map((path) => ({
        path,
        content: execFileSync('git', ['show', `HEAD:${path}`], { encoding: 'utf8' }),
      }));

const server = await startEmbeddedPostgres(mkdtempSync(join(tmpdir(), 'schema-change-')));
await migrate(server.url, 'prisma/migrations');
const change = await withSchemaEngine(server.url, (engine) =>
  engine.diff({
    from: committed.length === 0 ? { tag: 'empty' } : { tag: 'schemaDatamodel', files: committed },
    to: { tag: 'schemaDatamodel', files: inTree },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  }),
);
process.stdout.write(change.stdout ?? '');
await server.stop();
process.exit(0);
