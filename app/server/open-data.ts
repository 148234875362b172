import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { refuseDemoAccounts } from '@baunghe/coop';
import { type Database, lockDataFolder, migrate, openDatabase, startEmbeddedPostgres } from '@baunghe/db';
import { glnFrom } from '@baunghe/gs1';
import { indexEarlierEvents } from '@baunghe/trace';
import { loadPlaces } from '../../prisma/reference/load-places';
import { loadTerms } from '../../prisma/reference/load-terms';
import { type Config, sessionSecret } from './config';
import { NotStarted } from './why-not-started';

/** Told what the start is busy with, in a few words. */
type Say = (line: string) => void;
/** Takes what must be undone at the end, in reverse order. */
type AtEnd = (undo: () => Promise<void>) => void;

/** The cooperative's own place, the first that its company prefix names. */
export const ownGln = (config: Config): string => glnFrom(config.gs1Prefix, 1);

/**
 * Opens the database that the config names, embedded where it names none, brings it to the newest form and, in demo
 * mode, loads the season into an empty one. `projectFolder` holds prisma/.
 * @throws DataFolderInUse, NotStarted when production finds demo accounts, or the driver's error when the database does
 * not answer.
 */
export async function openData(
  config: Config,
  projectFolder: string,
  say: Say,
  atEnd: AtEnd,
): Promise<Database> {
  const url = config.databaseUrl ?? (await startOwnPostgres(config, say, atEnd));
  const prisma = (path: string) => join(projectFolder, 'prisma', path);
  const applied = await migrate(url, prisma('migrations'));
  if (applied.length > 0) say(`database brought to its newest form: ${applied.join(', ')}`);
  const database = openDatabase(url);
  atEnd(() => database.$disconnect());
  const indexed = await indexEarlierEvents(database);
  if (indexed > 0) say(`${indexed} earlier events made findable`);
  await loadPlaces(database, prisma('reference/provinces-wards-2025-07.json'));
  await loadTerms(database, prisma('reference/terms'), new Date());
  if (config.demo) await loadSeason(database, config, say);
  if (config.production) await refuseDemo(database);
  return database;
}

async function startOwnPostgres(config: Config, say: Say, atEnd: AtEnd): Promise<string> {
  await mkdir(config.dataDir, { recursive: true });
  atEnd(await lockDataFolder(config.dataDir));
  const ended = () => say('embedded PostgreSQL ended by itself and is being started again');
  const embedded = await startEmbeddedPostgres(config.dataDir, { ended });
  atEnd(() => embedded.stop());
  say(`embedded PostgreSQL started, its data in ${config.dataDir}`);
  return embedded.url;
}

async function loadSeason(database: Database, config: Config, say: Say): Promise<void> {
  const secret = await sessionSecret(config);
  const settings = { gs1Prefix: config.gs1Prefix, gln: ownGln(config), now: new Date(), secret };
  let told = -1;
  const { loadDemo } = await import('../../prisma/demo/load-demo');
  const loaded = await loadDemo(database, settings, (done, of) => {
    const quarter = Math.floor((4 * done) / of);
    if (quarter === told) return;
    told = quarter;
    say(`demo season: ${quarter * 25} %`);
  });
  if (loaded) say('demo season loaded');
}

async function refuseDemo(database: Database): Promise<void> {
  const allowed = await refuseDemoAccounts(database);
  if (!allowed.ok) throw new NotStarted(allowed.error.problem);
}
