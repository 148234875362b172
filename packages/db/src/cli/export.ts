import { access } from 'node:fs/promises';
import { CopyRefused } from '../data-file.ts';
import { exportData } from '../export-data.ts';
import { dataCommand } from './data-command.ts';

/** npm run db:export -- FILE: all data of the database that the server uses, as one file. */
await dataCommand('npm run db:export -- FILE', true, async (databaseUrl, file) => {
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  if (isThere) throw new CopyRefused(`${file} is there already; name another file`);
  const rows = await exportData(databaseUrl, file);
  return `${rows} rows exported to ${file}; SESSION_SECRET and LOG_KEY (or session.secret and log.key in DATA_DIR) are not in it`;
});
