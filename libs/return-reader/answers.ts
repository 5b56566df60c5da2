import { AMOUNT_UNITS, parsePlainDate, RETURN_KINDS } from '@thongvon/kernel';
import { parseMeaning } from './model/meaning';
import { PLAN_TYPE_ROLES, ROW_ROLES, SHEET_ROLES, type ReadingOptions } from './model/options';
import type { Ask, Finding } from './model/reading';

/** A finding with a person's answer to it. */
export interface AnsweredFinding extends Pick<Finding, 'code' | 'sheet' | 'cell'> {
  readonly asks: Ask;
  /** A choice of the finding, or what its `asks` names. */
  readonly value: string | null;
  readonly reason: string | null;
  /** For an answer about columns: the captions of each, by its letters, outside which it doesn't hold. */
  readonly captions?: Readonly<Record<string, string>>;
}

/**
 * The options that answers make, for reading the same file again; where two answer the same, the first one counts. Undefined when an answer doesn't fit its question:
 * a unit that there isn't, a date that isn't one, a reason that is missing.
 */
export function optionsOf(answered: readonly AnsweredFinding[]): ReadingOptions | undefined {
  const options: Collected = {
    units: [],
    columns: [],
    sheets: [],
    amounts: [],
    scales: [],
    rows: [],
    accepted: [],
  };
  return answered.every((answer) => take(options, answer)) ? options : undefined;
}

type Collected = ReadingOptions &
  Required<Pick<ReadingOptions, 'units' | 'columns' | 'sheets' | 'amounts' | 'scales' | 'rows' | 'accepted'>>;

function take(options: Collected, answer: AnsweredFinding): boolean {
  const { asks, code, sheet, cell, reason, captions = {} } = answer;
  const value = answer.value ?? '';
  switch (asks) {
    case 'unit': {
      const unit = AMOUNT_UNITS.find((known) => known === value);
      if (unit === undefined || sheet === null) return false;
      // Asked about the unit that the sheet states, a person sets it aside.
      options.units.push({ sheet, unit, ...(code === 'RET-UNIT-SUSPECT' ? { confirmed: true } : {}) });
      return true;
    }
    case 'column-unit': {
      const own = `${columnOf(cell) ?? ''}=${value}`;
      return sheet !== null && takeUnits(options, sheet, value.includes('=') ? value : own, captions);
    }
    case 'as-of': {
      const date = parsePlainDate(value);
      if (date !== undefined) options.asOf ??= date;
      return date !== undefined;
    }
    case 'plan-year':
      if (!/^20\d\d$/.test(value)) return false;
      options.planYear ??= Number(value);
      return true;
    case 'decision':
      return takeDecision(options, value);
    case 'column':
      return sheet !== null && takeColumns(options, sheet, value, captions);
    case 'amount':
      if (sheet === null || cell === null || (value !== 'decimal-comma' && value !== 'decimal-dot'))
        return false;
      options.amounts.push({ sheet, cell, convention: value });
      return true;
    case 'cell-scale': {
      if (sheet === null || cell === null || !/^(?:0|-?[369])$/.test(value)) return false;
      options.scales.push({ sheet, cell, power: Number(value) });
      return true;
    }
    case 'row': {
      const role = [...ROW_ROLES, ...PLAN_TYPE_ROLES].find((known) => known === value);
      const row = Number(/\d+$/.exec(cell ?? '')?.[0]);
      if (role === undefined || sheet === null || !Number.isInteger(row)) return false;
      options.rows.push({ sheet, row, role });
      return true;
    }
    case 'kind': {
      const kind = RETURN_KINDS.find((known) => known === value);
      if (kind !== undefined) options.kind ??= kind;
      return kind !== undefined;
    }
    case 'sheet': {
      const role = SHEET_ROLES.find((known) => known === value);
      if (role === undefined || sheet === null) return false;
      options.sheets.push({ sheet, role });
      return true;
    }
    case 'project':
    case 'choice':
      return value !== '';
    case 'reason':
      if (!reason) return false;
      options.accepted.push({ sheet, cell, code, reason });
      return true;
  }
}

function takeDecision(options: ReadingOptions, value: string): boolean {
  const match = /^\s*(.*?\S)\s*;\s*(\d{4}-\d{2}-\d{2})\s*;\s*(initial|adjustment)\s*$/.exec(value);
  const date = parsePlainDate(match?.[2] ?? '');
  const mode = match?.[3];
  if (!match?.[1] || date === undefined || (mode !== 'initial' && mode !== 'adjustment')) return false;
  options.decision ??= { number: match[1], date, mode };
  return true;
}

function takeColumns(
  options: Collected,
  sheet: string,
  value: string,
  captions: Readonly<Record<string, string>>,
): boolean {
  const parts = value.split(',').map((part) => /^\s*([A-Z]{1,3})=(\S+)\s*$/.exec(part));
  for (const part of parts) {
    const [, column, meaning] = part ?? [];
    if (column === undefined || meaning === undefined || parseMeaning(meaning) === undefined) return false;
    options.columns.push({ sheet, column, meaning, ...under(column, captions) });
  }
  return true;
}

/** "million-dong" for the finding's column, or "D=million-dong,E=million-dong". */
function takeUnits(
  options: Collected,
  sheet: string,
  value: string,
  captions: Readonly<Record<string, string>>,
): boolean {
  for (const part of value.split(',')) {
    const [, column, text] = /^([A-Z]{1,3})=(\S+)$/.exec(part.trim()) ?? [];
    const unit = AMOUNT_UNITS.find((known) => known === text);
    if (column === undefined || unit === undefined) return false;
    options.units.push({ sheet, unit, column, ...under(column, captions) });
  }
  return true;
}

function under(column: string, captions: Readonly<Record<string, string>>): { caption?: string } {
  const caption = captions[column];
  return caption === undefined ? {} : { caption };
}

function columnOf(cell: string | null): string | undefined {
  return /^[A-Z]+/.exec(cell ?? '')?.[0];
}
