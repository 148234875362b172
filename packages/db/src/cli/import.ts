import { importData } from '../import-data.ts';
import { dataCommand } from './data-command.ts';

/** npm run db:import -- FILE: a file of db:export into an empty database, all or nothing. */
await dataCommand('npm run db:import -- FILE', false, async (databaseUrl, file) => {
  const rows = await importData(databaseUrl, 'prisma/migrations', file);
  return `${rows} rows imported from ${file}`;
});
