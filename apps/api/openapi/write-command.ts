import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { COMMITTED, documentText, unconnectedDocument } from './committed-document';

/** `npm run openapi`: writes docs/openapi.json as this source code makes it. */
async function main(): Promise<void> {
  await writeFile(COMMITTED, documentText(await unconnectedDocument()));
  process.stdout.write(`written: ${COMMITTED}\n`);
}

void main();
