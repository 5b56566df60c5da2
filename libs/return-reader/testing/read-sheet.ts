import { readWorkbook } from '../read-workbook';
import { type Reading } from '../reading';
import { type ReadingOptions } from '../options';
import { SheetBuilder, type Content } from './sheet-builder';

/** Rows of a sheet as a test writes them; null is a blank cell. */
export type Rows = readonly (readonly (Content | null)[])[];

export interface HandSheet {
  readonly name?: string;
  readonly rows: Rows;
  /** "C4:E4" */
  readonly merges?: readonly string[];
  readonly hidden?: boolean;
  /** Counted from 1. */
  readonly hiddenRows?: readonly number[];
  readonly boldRows?: readonly number[];
}

/** Title, date and unit as most returns have them; a test adds the table. */
export const TITLE: Rows = [
  ['BÁO CÁO GIẢI NGÂN VỐN ĐẦU TƯ CÔNG NĂM 2023'],
  ['Số liệu đến ngày 21/6/2023'],
  ['ĐVT: triệu đồng'],
];

/** Reads sheets written by hand. */
export function readSheets(
  sheets: readonly HandSheet[],
  options: ReadingOptions = {},
  date1904 = false,
): Reading {
  return readWorkbook({ sheets: sheets.map((sheet, i) => build(sheet, i)), date1904 }, options);
}

/** Reads one table under the usual title. */
export function readTable(rows: Rows, merges: readonly string[] = [], options: ReadingOptions = {}): Reading {
  return readSheets([{ name: 'GN', rows: [...TITLE, ...rows], merges }], options);
}

/** The findings that stop a return or ask, as "CODE cell". */
export function complaints({ findings }: Reading): string[] {
  return findings
    .filter(({ severity }) => severity === 'error' || severity === 'question')
    .map(({ code, cell }) => `${code} ${cell ?? ''}`.trim());
}

/** Every finding, as "severity CODE cell". */
export function said({ findings }: Reading): string[] {
  return findings.map(({ severity, code, cell }) => `${severity} ${code} ${cell ?? ''}`.trim());
}

/** What each column was taken for, by its letter. */
export function meanings(reading: Reading, sheet = 0): Record<string, string> {
  return Object.fromEntries((reading.sheets[sheet]?.columns ?? []).map((c) => [c.column, c.meaning]));
}

function build({ name, rows, merges = [], hidden, hiddenRows = [], boldRows = [] }: HandSheet, i: number) {
  const sheet = new SheetBuilder();
  rows.forEach((row, r) =>
    row.forEach((content, c) => sheet.set(r, c, content, boldRows.includes(r + 1) ? { bold: true } : {})),
  );
  for (const merge of merges) {
    const [from, to] = merge.split(':').map(position);
    if (from && to) sheet.merge(from.row, from.column, to.row, to.column);
  }
  for (const row of hiddenRows) sheet.hiddenRows.add(row - 1);
  return sheet.build(name ?? `Trang ${i + 1}`, hidden);
}

function position(name: string): { row: number; column: number } {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(name) ?? [];
  const column = Array.from(letters).reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(digits) - 1, column: column - 1 };
}

/** Planned and disbursed of this year's plan, and of the one carried over. */
export const sumsByType = (reading: Reading): (string | null)[] => [
  reading.total.planned,
  reading.total.disbursed,
  reading.byPlanType['carried-over']?.planned ?? null,
  reading.byPlanType['carried-over']?.disbursed ?? null,
];
