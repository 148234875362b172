import { commandSentence, withCommandDatabase } from '../command-database.ts';
import { CopyRefused } from '../data-file.ts';

/**
 * Runs a command on all data: gives it the file named on the command line and the database that the server would use,
 * starting the embedded one for as long as it takes. Ends the process: 0 with what was done, 1 with one sentence.
 */
export async function dataCommand(
  usage: string,
  mustHaveData: boolean,
  act: (databaseUrl: string, file: string) => Promise<string>,
): Promise<never> {
  const [file] = process.argv.slice(2);
  try {
    if (!file) throw new CopyRefused(`usage: ${usage}`);
    console.log(await withCommandDatabase({ mustHaveData, mayJoin: false }, (url) => act(url, file)));
    process.exit(0);
  } catch (error) {
    console.error(commandSentence(error));
    process.exit(1);
  }
}
