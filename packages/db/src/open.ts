import { PrismaPg } from '@prisma/adapter-pg';
import { type Prisma, PrismaClient } from './generated/client.ts';

/** The database outside a transaction. */
export type Database = PrismaClient;

/** The database inside one transaction: the first argument of every act of a room. */
export type Tx = Prisma.TransactionClient;

/** Opens a pool of at most `connections` connections. */
export function openDatabase(url: string, connections = 10): Database {
  const adapter = new PrismaPg({ connectionString: url, max: connections, connectionTimeoutMillis: 10_000 });
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 20_000, timeout: 30_000 } });
}
