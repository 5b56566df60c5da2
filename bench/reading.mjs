// The reader alone: against the library that it stands on, and over the size of the file.
import { readWithSheetJs } from './bare-readers.mjs';
import { median, mediansOf, timed } from './measure.mjs';
import { load } from './program.mjs';
import { ms, ratio } from './results.mjs';
import { sized } from './rehearsal.mjs';
import { returnWorkbook } from './workbooks.mjs';

const SIZES = sized([1_000, 10_000, 100_000], [10, 100]);
/** More than this per row than at a tenth of the rows would not be linear. */
const LINEAR = 1.5;

export async function benchReading() {
  return [...(await benchWarmReader()), ...(await benchGrowth())];
}

/** In the process where the worker has it done, with its hand-over. */
async function benchWarmReader() {
  const { createReturnReader } = load('libs/return-reader');
  const bytes = new Uint8Array(await returnWorkbook({ projects: 300, week: 1 }));
  const reader = createReturnReader({ size: 1 });
  const times = await mediansOf(
    { ours: () => reader.readReturn(bytes), sheetJs: () => readWithSheetJs(bytes) },
    sized({ warmUp: 15, rounds: 25 }, { warmUp: 0, rounds: 1 }),
  );
  await reader.close();
  return [ratio('reading and checking 300 rows ÷ SheetJS reading the file', times.ours, times.sheetJs, 2)];
}

/** What we do after the library: our passes over the sheet model. */
async function benchGrowth() {
  const { openWorkbook } = load('libs/workbook-io');
  const { readWorkbook } = load('libs/return-reader');
  const perRow = [];
  for (const projects of SIZES) {
    const model = openWorkbook(new Uint8Array(await returnWorkbook({ projects, week: 1 })));
    const times = [];
    for (let round = 0; round < 4; round += 1) times.push(await timed(() => readWorkbook(model)));
    perRow.push(median(times.slice(1)) / projects);
  }
  return SIZES.slice(1).map((projects, index) =>
    growth(
      `reader's passes per row, ${projects.toLocaleString('en')} rows ÷ a tenth of them`,
      perRow[index + 1],
      perRow[index],
    ),
  );
}

function growth(what, time, against) {
  const measured = `${(time / against).toFixed(2)} (${ms(1000 * time)} : ${ms(1000 * against)} per 1,000 rows)`;
  return { what, goal: `≤ ${LINEAR}`, measured, verdict: time / against <= LINEAR ? 'met' : 'missed' };
}
