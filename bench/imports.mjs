// Imports of a small and a large return against bare readers and against what an office would write itself.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { readWithExcelJs, readWithSheetJs } from './bare-readers.mjs';
import { median, mediansOf } from './measure.mjs';
import { peakMemory } from './program.mjs';
import { ratio, reported } from './results.mjs';
import { BOARD, importReturn, startSystem } from './system.mjs';
import { sized } from './rehearsal.mjs';
import { planWorkbook, returnWorkbook } from './workbooks.mjs';

/** Goals: how many times what SheetJS, and an office's script that only inserts, take (issue 8). */
const SIZES = sized(
  [
    { projects: 300, warmUp: 6, rounds: 15, goals: { sheetJs: 6 } },
    { projects: 20_000, warmUp: 2, rounds: 5, goals: { sheetJs: 3, script: 2 } },
  ],
  [{ projects: 30, warmUp: 0, rounds: 1, goals: {} }],
);
const SCRIPT = fileURLToPath(new URL('office_script.py', import.meta.url));
/** Debian's own, for which its packages are. */
const PYTHON = '/usr/bin/python3';
const run = promisify(execFile);

export async function benchImports() {
  const hasPython = await canRunPython();
  const results = [];
  for (const size of SIZES) results.push(...(await benchSize(size, hasPython)));
  return results;
}

async function benchSize({ projects, warmUp, rounds, goals }, hasPython) {
  const folder = await mkdtemp(path.join(tmpdir(), 'thongvon-bench-'));
  const system = await startSystem();
  try {
    const { board, finance, head } = system;
    await importReturn({ sender: finance, finance: head }, await planWorkbook({ projects, owner: BOARD }));
    const files = [];
    for (let week = 0; week < warmUp + rounds; week += 1) {
      files.push(path.join(folder, `${week}.xlsx`));
      await writeFile(files[week], await returnWorkbook({ projects, week }));
    }
    const bytesOf = await import('node:fs').then(
      ({ readFileSync }) =>
        (week) =>
          readFileSync(files[week]),
    );
    const inPython = [];
    const python = async (week) => {
      const { stdout } = await run(PYTHON, [SCRIPT, system.databaseUrl, files[week]]);
      if (week >= warmUp) inPython.push(Number(stdout) * 1000);
    };
    const times = await mediansOf(
      {
        ours: (week) => importReturn({ sender: board, finance }, bytesOf(week)),
        sheetJs: (week) => readWithSheetJs(bytesOf(week)),
        excelJs: (week) => readWithExcelJs(bytesOf(week)),
        ...(hasPython && { python }),
      },
      { warmUp, rounds },
    );
    const memory = await peakMemory(system.worker.pid);
    const name = `import of ${projects.toLocaleString('en')} rows`;
    return [
      ratio(`${name} ÷ SheetJS reading the file`, times.ours, times.sheetJs, goals.sheetJs),
      ratio(`${name} ÷ exceljs reading the file`, times.ours, times.excelJs),
      ...(hasPython
        ? [
            ratio(`${name} ÷ openpyxl script`, times.ours, times.python, goals.script),
            ratio(`${name} ÷ openpyxl script without Python's start`, times.ours, median(inPython)),
          ]
        : [
            reported(`${name} ÷ openpyxl script`, 'not run: python3-openpyxl or python3-psycopg2 is missing'),
          ]),
      reported(`peak memory of the worker, ${name}`, memory ? inWords(memory) : 'not measured: no /proc'),
    ];
  } finally {
    await system.stop();
    await rm(folder, { recursive: true });
  }
}

const inWords = ({ own, children }) =>
  `${own} MB; each of its reading processes at most ${Math.max(0, ...children)} MB`;

const canRunPython = async () =>
  existsSync(PYTHON) &&
  run(PYTHON, ['-c', 'import openpyxl, psycopg2']).then(
    () => true,
    () => false,
  );
