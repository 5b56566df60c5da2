import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import { breakingChanges } from './breaking-changes';
import { COMMITTED, documentText, unconnectedDocument } from './committed-document';

/**
 * `npm run check:openapi`: fails when the API no longer keeps what the committed document promises, and when the
 * document is not the one that this source code makes.
 */
async function main(): Promise<void> {
  const committed = await readFile(COMMITTED, 'utf8');
  const current = await unconnectedDocument();
  const broken = breakingChanges(JSON.parse(committed), current);
  if (broken.length > 0) {
    process.stderr.write(`The API would break programs that use it:\n- ${broken.join('\n- ')}\n`);
    process.exitCode = 1;
  } else if (committed !== documentText(current)) {
    process.stderr.write(`${COMMITTED} is out of date. Write it anew: npm run openapi\n`);
    process.exitCode = 1;
  }
}

void main();
