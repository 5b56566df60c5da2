// `npm start`: everything from a fresh clone to a running system, with nothing on the machine but Node.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import path from 'node:path';
import { checkMachine, ensureInstalled, root } from './install.mjs';

checkMachine();
ensureInstalled();
const { build } = await import('./build.mjs');
const { buildWeb } = await import('./build-web.mjs');
await build();
await buildWeb();

// The channel tells the program of our death, should someone kill us without leaving us time to pass it on.
const program = path.join(root, 'dist', 'apps', 'standalone', 'main.js');
const child = spawn(
  process.execPath,
  ['--enable-source-maps', '--disable-warning=ExperimentalWarning', program, ...process.argv.slice(2)],
  { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] },
);

// Ctrl-C reaches the program as well as us, and perhaps npm passes it on once more: the program takes repeated signals
// for one. We only wait for its orderly stop.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));

// Under npm, losing the parent means that npm was killed: nobody could stop the program any more.
if (process.env.npm_lifecycle_event !== undefined) {
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 500).unref();
}

child.on('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
