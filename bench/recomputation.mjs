// Recomputation after one changed project: its cost must follow the change, not the size of the register.
import { median, timed } from './measure.mjs';
import { load } from './program.mjs';
import { ratio } from './results.mjs';
import { BOARD, importReturn, startSystem, withContext } from './system.mjs';
import { sized } from './rehearsal.mjs';
import { planWorkbook, returnWorkbook } from './workbooks.mjs';

const SIZES = sized([100, 1_000, 10_000], [10, 20]);
const ROUNDS = sized(40, 1);
const WARM_UP = sized(20, 0);
/** Above this it would not be flat. */
const FLAT = 1.5;

export async function benchRecomputation() {
  const times = [];
  for (const projects of SIZES) times.push(await recomputationAmong(projects));
  return SIZES.slice(1).map((projects, index) =>
    ratio(
      `recomputation of one project among ${projects.toLocaleString('en')} ÷ among ${SIZES[0]}`,
      times[index + 1],
      times[0],
      FLAT,
    ),
  );
}

async function recomputationAmong(projects) {
  const system = await startSystem();
  try {
    const { board, finance, head, databaseUrl } = system;
    await importReturn({ sender: finance, finance: head }, await planWorkbook({ projects, owner: BOARD }));
    await importReturn({ sender: board, finance }, await returnWorkbook({ projects, week: 1 }));
    const changed = await returnWorkbook({ projects: 1, week: 2 });
    const id = await importReturn({ sender: board, finance }, changed, { coverage: 'partial' });
    return await withContext(databaseUrl, contextsWithRules(), (app) => repeated(app, id));
  } finally {
    await system.stop();
  }
}

const contextsWithRules = () => [load('libs/capital').CapitalModule, load('libs/capital').CapitalModule];

/** Doing it again gives the same and costs the same. */
async function repeated(app, id) {
  const { RecomputeReturn } = load('libs/returns');
  const times = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1)
    times.push(await timed(() => app.get(RecomputeReturn).recompute(id)));
  return median(times.slice(WARM_UP));
}
