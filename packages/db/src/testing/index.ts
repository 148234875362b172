/** What tests of other rooms need of the database: real PostgreSQL, a fresh database for each file. */
export { inRolledBackTransaction } from './rolled-back.ts';
export { type Filling, type TestDatabase, testDatabase } from './test-database.ts';
