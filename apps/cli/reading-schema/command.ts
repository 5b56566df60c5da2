import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { READING_SCHEMA } from '@thongvon/return-reader';

const COMMITTED = path.resolve(__dirname, '../../../../docs/reading.schema.json');

/**
 * `npm run reading-schema` writes docs/reading.schema.json from the types of the reading; with `--check` it only says
 * whether the committed file is the one that they make.
 */
async function main(): Promise<void> {
  const current = `${JSON.stringify(READING_SCHEMA, null, 2)}\n`;
  if (!process.argv.includes('--check')) {
    await writeFile(COMMITTED, current);
  } else if ((await readFile(COMMITTED, 'utf8').catch(() => '')) !== current) {
    process.stderr.write(`${COMMITTED} is out of date. Write it anew: npm run reading-schema\n`);
    process.exitCode = 1;
  }
}

void main();
