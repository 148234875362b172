import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { type Prisma, PrismaClient } from './generated/client.ts';

/** The database outside a transaction. */
export type Database = PrismaClient;

/** The database inside one transaction: the first argument of every act of a room. */
export type Tx = Prisma.TransactionClient;

const MOST_STATEMENTS = 400;
const statementNames = new Map<string, string>();

/**
 * A statement's name, so that each connection has PostgreSQL parse and plan it once. The first few hundred texts get
 * one: the same few are sent all day, while lists of every length make texts that are seen once.
 */
function statementName({ sql }: { sql: string }): string {
  const known = statementNames.get(sql);
  if (known !== undefined) return known;
  if (statementNames.size >= MOST_STATEMENTS) return '';
  const name = `s${statementNames.size + 1}`;
  statementNames.set(sql, name);
  return name;
}

/**
 * A connection that outlives its loss. Who waits for an answer is told by that answer; but PostgreSQL also says goodbye
 * between two statements, when neither the pool nor a transaction listens yet, and an error event that nobody hears
 * ends the process.
 */
class Connection extends pg.Client {
  constructor(settings?: pg.ClientConfig) {
    super(settings);
    this.on('error', () => undefined);
  }
}

const USUAL_WAIT_MS = 10_000;

/** Opens a pool of at most `connections` connections, for one of which a caller waits at most `waitMs` milliseconds. */
export function openDatabase(url: string, connections = 10, waitMs = USUAL_WAIT_MS): Database {
  const adapter = new PrismaPg(
    { connectionString: url, max: connections, connectionTimeoutMillis: waitMs, Client: Connection },
    { statementNameGenerator: statementName },
  );
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 2 * waitMs, timeout: 3 * waitMs } });
}
