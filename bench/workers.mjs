// Two workers against one, in processes of their own: forty returns, from the first upload until the last has been read.
import { median, timed } from './measure.mjs';
import { sized } from './rehearsal.mjs';
import { BOARD, importReturn, startSystem } from './system.mjs';
import { planWorkbook, returnWorkbook } from './workbooks.mjs';

const PROJECTS = sized(2_000, 20);
const RETURNS = sized(40, 2);
const ROUNDS = sized(3, 1);
/** Of the year, so that no return is of a day to come. */
const WEEKS = 50;
/** How many times as fast two workers are to be (issue 8). */
const GOAL = 1.7;
/** An account may have three uploads under way. */
const AT_ONCE = 3;

export async function benchWorkers() {
  const times = { one: [], two: [] };
  const system = await startSystem();
  try {
    const { board, finance, head } = system;
    await importReturn(
      { sender: finance, finance: head },
      await planWorkbook({ projects: PROJECTS, owner: BOARD }),
    );
    let made = 0;
    const round = async () => {
      const files = [];
      for (let nth = 0; nth < RETURNS; nth += 1, made += 1) {
        // Each another file: of another week, then with another row.
        const of = { week: 1 + (made % WEEKS), projects: PROJECTS + Math.floor(made / WEEKS) };
        files.push(await returnWorkbook(of));
      }
      return timed(() => readAll(board, files));
    };
    await round();
    for (let nth = 0; nth < ROUNDS; nth += 1) {
      times.one.push(await round());
      const second = system.startWorker();
      // Read by either, until both have begun.
      await round();
      times.two.push(await round());
      await second.stop();
    }
  } finally {
    await system.stop();
  }
  const [one, two] = [median(times.one), median(times.two)];
  return [
    {
      what: `${RETURNS} returns of ${PROJECTS.toLocaleString('en')} rows: one worker ÷ two`,
      goal: `≥ ${GOAL}`,
      measured: `${(one / two).toFixed(2)} (${Math.round(one)} ms : ${Math.round(two)} ms)`,
      verdict: one / two >= GOAL ? 'met' : 'missed',
    },
  ];
}

/** Uploads all and waits until each has been read. */
async function readAll(board, files) {
  const left = [...files];
  const ids = [];
  const send = async () => {
    for (let bytes = left.shift(); bytes; bytes = left.shift())
      ids.push((await board.upload('/api/returns', bytes, {})).id);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, send));
  for (const id of ids) await board.followToEnd(`/api/returns/${id}/events`);
}
