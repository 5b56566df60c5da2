// `npm run test:browser`: builds what is missing, then walks through the web application in Chromium (Debian's, or
// CHROMIUM=/path). Ends with one line, `N passed, N failed`. Further arguments go to jest.
import { existsSync } from 'node:fs';
import { checkMachine, ensureInstalled, giveUp } from './install.mjs';
import { count, runJest } from './jest.mjs';

checkMachine();
ensureInstalled();
if (!existsSync(process.env.CHROMIUM ?? '/usr/bin/chromium')) {
  giveUp(
    'Không thấy Chromium: hãy cài gói chromium, hoặc chỉ đường dẫn bằng biến CHROMIUM.',
    'There is no Chromium: install the package chromium, or name its path in CHROMIUM.',
  );
}
const { build } = await import('./build.mjs');
const { buildWeb } = await import('./build-web.mjs');
await build();
await buildWeb();

const { code, results } = await runJest([
  '--config',
  'test/browser/jest.config.cjs',
  ...process.argv.slice(2),
]);
const { passed, failed } = count(results);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exit(code);
