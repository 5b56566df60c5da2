import { createReturnReader } from '@thongvon/return-reader';
import { checkReturns } from './check-return/check-returns';

void checkReturns(process.argv.slice(2), {
  // npm runs scripts in the package's folder and keeps here where the person stands.
  // eslint-disable-next-line no-restricted-properties -- npm sets it for its scripts; it is no setting of ours
  folder: process.env['INIT_CWD'] ?? process.cwd(),
  out: process.stdout,
  err: process.stderr,
  // Not closed: a reading process that is idle ends with this one.
  reader: createReturnReader({ size: 1 }),
}).then((code) => {
  process.exitCode = code;
});
