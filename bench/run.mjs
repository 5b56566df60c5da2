// `npm run bench [group…] [-- --country | --rehearsal]`: how fast we are against others, as ratios within one run. The whole of it also
// goes to bench/results.md. Options are those of groups: scale.mjs and crowd.mjs have some.
import { cpus, totalmem } from 'node:os';
import { writeFile } from 'node:fs/promises';
import 'reflect-metadata';
import { checkMachine, ensureInstalled } from '../scripts/install.mjs';

checkMachine();
ensureInstalled();
const { build } = await import('../scripts/build.mjs');
await build();

const { benchBlockers } = await import('./blockers.mjs');
const { benchCrowd } = await import('./crowd.mjs');
const { benchReading } = await import('./reading.mjs');
const { benchImports } = await import('./imports.mjs');
const { benchRecomputation } = await import('./recomputation.mjs');
const { benchSnapshots } = await import('./snapshots.mjs');
const { benchPages } = await import('./pages.mjs');
const { benchScale } = await import('./scale.mjs');
const { benchStarts } = await import('./starts.mjs');
const { benchWorkers } = await import('./workers.mjs');
const { isRehearsal } = await import('./rehearsal.mjs');
const { markdownTable } = await import('./results.mjs');

const GROUPS = {
  reading: benchReading,
  imports: benchImports,
  workers: benchWorkers,
  recomputation: benchRecomputation,
  blockers: benchBlockers,
  snapshots: benchSnapshots,
  scale: benchScale,
  crowd: benchCrowd,
  starts: benchStarts,
  pages: benchPages,
};

// Some of what is waited for, like a reading process that ends, keeps no program alive.
setInterval(() => undefined, 1000);

const OPTION = /^--(country|rehearsal|(projects|weeks|seconds)=\d+)$/;

const asked = process.argv.slice(2);
const chosen = asked.filter((word) => !word.startsWith('--'));
if (asked.some((word) => !(word in GROUPS) && !OPTION.test(word))) {
  const groups = Object.keys(GROUPS).join('|');
  process.stderr.write(
    `npm run bench -- [${groups} …] [--country] [--rehearsal] [--projects=N] [--weeks=N] [--seconds=N]\n`,
  );
  process.exit(2);
}
/** They start the whole system and a browser, which other tests do. */
const NOT_REHEARSED = ['starts', 'pages'];
const results = [];
for (const [name, bench] of Object.entries(GROUPS)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  if (isRehearsal && NOT_REHEARSED.includes(name)) continue;
  process.stderr.write(`${name}…\n`);
  results.push(...(await bench()));
}
process.stdout.write(`${markdownTable(results)}\n`);

if (chosen.length === 0 && !isRehearsal) {
  const machine = `${cpus().length} processors, ${Math.round(totalmem() / 2 ** 30)} GB of memory, Node ${process.versions.node}`;
  const day = new Date().toISOString().slice(0, 10);
  const heading = `# Results of \`npm run bench\`\n\n${day}, ${machine}, ${process.platform}.`;
  await writeFile(new URL('results.md', import.meta.url), `${heading}\n\n${markdownTable(results)}\n`);
}
process.exit(0);
