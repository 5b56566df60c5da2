import type { ReadingOptions } from '../model/options';
import type { Reading } from '../model/reading';
import { readTable } from './read-sheet';

/** Reads a table of a plan and columns of payments under these captions, in triệu: a row for each project. */
export function readPayments(
  captions: readonly string[],
  rows: readonly (readonly (number | string | null)[])[],
  options: ReadingOptions = {},
): Reading {
  return readTable(
    [
      ['STT', 'Tên dự án', 'Kế hoạch vốn năm 2023', ...captions],
      ...rows.map((row, i) => [i + 1, `Đường số ${i + 1}`, ...row]),
    ],
    [],
    options,
  );
}

/** What was disbursed of each project, and the two payments that make it. */
export const spent = ({ projects }: Reading): unknown =>
  projects.map(({ disbursed, lines: [line] }) => [disbursed, line?.completed, line?.advance]);

/** The values of the choices of the one question that is asked. */
export function choicesOf(reading: Reading): readonly string[] {
  const [question] = reading.findings.filter(({ severity }) => severity === 'question');
  return (question?.choices ?? []).map(({ value }) => value);
}
