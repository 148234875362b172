import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

/**
 * Does `work` with Prisma's own schema engine in its WASM form, bound to one PostgreSQL database, and leaves no
 * connection behind. A script that PostgreSQL refuses throws what PostgreSQL said, the engine's error its cause. The native engine would have to be downloaded, which an install from npm alone cannot do.
 */
export async function withSchemaEngine<T>(
  databaseUrl: string,
  work: (engine: bindings.SchemaEngine) => Promise<T>,
): Promise<T> {
  await loadWasm();
  const scripts = new WholeScripts(databaseUrl);
  try {
    const factory = bindMigrationAwareSqlAdapterFactory(scripts);
    return await work(await bindings.SchemaEngine.new({ datamodels: undefined }, () => {}, factory));
  } catch (error) {
    throw scripts.refused ? new Error(scripts.refused.message, { cause: error }) : error;
  } finally {
    await scripts.close();
  }
}

/**
 * The adapter of Prisma cuts a script at every semicolon, also inside the body of a function. Here a script goes to
 * PostgreSQL whole, as one simple query, which also makes a migration one transaction.
 */
class WholeScripts extends PrismaPg {
  readonly #open: { dispose(): Promise<void> }[] = [];
  /** What PostgreSQL said of a script; the engine passes on only that it said something. */
  refused: Error | undefined;

  constructor(private readonly databaseUrl: string) {
    super({ connectionString: databaseUrl });
  }

  override async connect() {
    const adapter = await super.connect();
    this.#open.push(adapter);
    adapter.executeScript = async (script) => {
      const client = new pg.Client({ connectionString: this.databaseUrl });
      await client.connect();
      try {
        await client.query(script);
      } catch (error) {
        this.refused = error instanceof Error ? error : undefined;
        throw error;
      } finally {
        await client.end();
      }
    };
    return adapter;
  }

  /** The engine opens connections and never closes them: a database would stay in use for ten seconds more. */
  async close(): Promise<void> {
    await Promise.all(this.#open.splice(0).map((adapter) => adapter.dispose()));
  }
}

let loading: Promise<void> | undefined;

function loadWasm(): Promise<void> {
  loading ??= (async () => {
    const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
    const wasm = await readFile(entry.replace(/schema_engine_bg\.js$/, 'schema_engine_bg.wasm'));
    const { instance } = await WebAssembly.instantiate(wasm, {
      './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports,
    });
    const exports = instance.exports as { __wbindgen_start(): void };
    bindings.__wbg_set_wasm(exports);
    exports.__wbindgen_start();
  })();
  return loading;
}
