/**
 * The cooperative's memory: one PostgreSQL database, embedded or on a server, reached through Prisma. The other rooms
 * get a transaction from here as their first argument and never open one themselves.
 */

export { CommandRefused, commandSentence, withCommandDatabase } from './command-database.ts';
export { CopyRefused } from './data-file.ts';
export { DataFolderInUse, lockDataFolder } from './data-folder-lock.ts';
export { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';
export { exportData } from './export-data.ts';
export { freePort } from './free-port.ts';
export { Prisma } from './generated/client.ts';
export * from './generated/enums.ts';
export { type Id, type IdPrefix, newId } from './ids.ts';
export { importData } from './import-data.ts';
export { lockBankLines, lockLog, lockRows, lockSettlements } from './lock.ts';
export { migrate } from './migrate.ts';
export { type Moment, plusDays, thisMoment, vietnamDay } from './moment.ts';
export { type Database, openDatabase, type Tx } from './open.ts';
export { type Refusal, refusalOf } from './refusal.ts';
export { type Failed, fail, type Ok, ok, type Result } from './result.ts';
