import type { LandClearanceReading, LineReading, ProjectReading, Reading } from '@thongvon/return-reader';
import type { ExpectedAmounts, ExpectedReading } from './layout';

/** One value that the reading gives otherwise than a person would. */
export interface Difference {
  readonly what: string;
  readonly expected: unknown;
  readonly got: unknown;
}

/** The values of a reading that aren't as expected, and rows that are missing, double or too many. */
export function differencesOf(reading: Reading, expected: ExpectedReading): Difference[] {
  const { kinds, projects, allocations, landClearance, ...rest } = expected;
  return [
    ...compare('kinds', [...kinds].sort(), [...reading.kinds].sort()),
    ...compare('', rest, reading),
    ...unexpectedPlanTypes(reading, expected),
    ...compareLists('projects', projects, reading.projects.map(withSums)),
    ...compareLists('allocations', allocations, reading.allocations, ({ sourceLabel }) => sourceLabel),
    ...compareLists(
      'landClearance',
      landClearance,
      reading.landClearance.filter(saysSomething),
      ({ segment }) => segment,
    ),
  ];
}

/** Amounts under a plan type of which the table says nothing. */
const unexpectedPlanTypes = (reading: Reading, { byPlanType = {} }: ExpectedReading): Difference[] =>
  Object.entries(reading.byPlanType)
    .filter(([planType]) => planType !== 'current-year' && !(planType in byPlanType))
    .map(([planType, got]) => ({ what: `.byPlanType.${planType}`, expected: undefined, got }));

/** A row that is all "x" (not applicable) may stand in the reading, with nothing in it, or not. */
const saysSomething = ({
  code: _code,
  name: _name,
  cells: _cells,
  ...values
}: LandClearanceReading): boolean => Object.values(values).some((value) => value !== null);

interface Named {
  readonly code: string | null;
  readonly name: string;
}

/** Rows are distinguished by code or else by name; each expected row must be there once, and no other. */
function compareLists<Expected extends Named, Got extends Named>(
  list: string,
  expected: readonly Expected[] | undefined,
  got: readonly Got[],
  part: (row: Expected | Got) => string | null | undefined = () => null,
): Difference[] {
  const keyOf = (row: Expected | Got): string =>
    [row.code ?? asRead(row.name), asRead(part(row) ?? '')].join(' ').trim();
  const rows = new Map(got.map((row) => [keyOf(row), row]));
  const wanted = new Set((expected ?? []).map(keyOf));
  return [
    ...(expected ?? []).flatMap((row) => compare(`${list}[${keyOf(row)}]`, row, rows.get(keyOf(row)))),
    ...got
      .filter((row) => !wanted.has(keyOf(row)))
      .map((row) => ({ what: `${list}[${keyOf(row)}]`, expected: undefined, got: row })),
    ...(got.length > rows.size ? [{ what: `${list}: rows`, expected: rows.size, got: got.length }] : []),
  ];
}

/** Every value of `expected` must be in `got`; texts count as equal however their accents and spaces are encoded. */
function compare(what: string, expected: unknown, got: unknown): Difference[] {
  if (expected === undefined) return [];
  if (isRecord(expected) && !Array.isArray(expected) && isRecord(got)) {
    return Object.entries(expected).flatMap(([key, value]) => compare(`${what}.${key}`, value, got[key]));
  }
  const same = JSON.stringify(asRead(expected)) === JSON.stringify(asRead(got ?? null));
  return same ? [] : [{ what, expected, got: got ?? null }];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function asRead<Value>(value: Value): Value | string {
  return typeof value === 'string' ? value.normalize('NFC').replace(/\s+/g, ' ').trim() : value;
}

/** A project with the sums of its lines by plan type and by source, and what of this year's plan they sum up to. */
function withSums(project: ProjectReading): Named & ExpectedAmounts {
  const by = (key: (line: LineReading) => string): Readonly<Record<string, ExpectedAmounts>> =>
    Object.fromEntries(
      [...new Set(project.lines.map(key))].map((value) => {
        const lines = project.lines.filter((line) => key(line) === value);
        return [value, { planned: sumOf(lines, 'planned'), disbursed: sumOf(lines, 'disbursed') }];
      }),
    );
  const thisYear = project.lines.filter(({ planType }) => planType === 'current-year');
  return {
    ...project,
    ...{
      byPlanType: by((line) => line.planType),
      bySource: by((line) => line.sourceLabel ?? line.source),
      bySourceCode: by((line) => line.source),
      completed: sumOf(thisYear, 'completed'),
      advance: sumOf(thisYear, 'advance'),
      estimate: sumOf(thisYear, 'estimate'),
    },
  };
}

/** Null when no line reports it. */
function sumOf(
  lines: readonly LineReading[],
  field: 'planned' | 'disbursed' | 'completed' | 'advance' | 'estimate',
): string | null {
  const amounts = lines.flatMap((line) => (line[field] === null ? [] : [BigInt(line[field])]));
  return amounts.length === 0 ? null : amounts.reduce((a, b) => a + b, 0n).toString();
}
