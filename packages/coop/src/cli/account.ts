import { CommandRefused, commandSentence } from '@baunghe/db';
import { askPassword } from './ask-password.ts';
import { openByCommand } from './open-by-command.ts';

/** npm run account: opens an account, in the database that the server uses, also while the server runs. */
try {
  console.log(await openByCommand(process.argv.slice(2), readPassword));
  process.exit(0);
} catch (error) {
  console.error(commandSentence(error));
  process.exit(1);
}

async function readPassword(): Promise<string> {
  const input = process.stdin;
  const answer = await askPassword({ input, say: (words) => void process.stderr.write(words) });
  if (answer === 'interrupted') throw new CommandRefused('no account was opened');
  if (answer === 'not_the_same') throw new CommandRefused('the two passwords are not the same');
  return answer.password;
}
