// npm start, and with --dev npm run dev: from a fresh clone to a server that answers. The server runs in this very
// process, so that a signal or Ctrl-C reaches it once and its exit code is the command's.
import { build, compileMessages, generate, install, needNode, ROOT } from './prepare.mjs';

needNode();
process.chdir(ROOT);
await install();
await generate();
await compileMessages();
await build({ pages: !process.argv.includes('--dev') });
await import('../build/main/main.js');
