// `node scripts/run.mjs apps/cli/check-return FILE…`: a command of ours, built from what the sources are now.
import { createRequire } from 'node:module';
import path from 'node:path';
import { checkMachine, ensureInstalled, root } from './install.mjs';

const [command, ...args] = process.argv.slice(2);
checkMachine();
ensureInstalled();
const { build } = await import('./build.mjs');
await build();

// In this very process, so that its exit code, input and signals are the command's own.
process.setSourceMapsEnabled(true);
const program = path.join(root, 'dist', `${command}.js`);
process.argv = [process.execPath, program, ...args];
createRequire(import.meta.url)(program);
