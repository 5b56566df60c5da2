import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import { COMMITTED, documentText, unconnectedDocument } from './api-document';
import { breakingChanges } from './breaking-changes';

/** `npm run openapi`: writes docs/openapi.json as this source code makes it. */
async function write(): Promise<void> {
  await writeFile(COMMITTED, documentText(await unconnectedDocument()));
  process.stdout.write(`written: ${COMMITTED}\n`);
}

/**
 * `npm run check:openapi`: fails when the API no longer keeps what the committed document promises, and when the
 * document is not the one that this source code makes.
 */
async function check(): Promise<void> {
  const committed = await readFile(COMMITTED, 'utf8');
  const current = await unconnectedDocument();
  const broken = breakingChanges(JSON.parse(committed), current);
  if (broken.length > 0) fail(`The API would break programs that use it:\n- ${broken.join('\n- ')}`);
  else if (committed !== documentText(current))
    fail(`${COMMITTED} is out of date. Write it anew: npm run openapi`);
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}

void (process.argv[2] === 'write' ? write() : check());
