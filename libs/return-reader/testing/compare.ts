import fc from 'fast-check';
import type { Dong } from '@thongvon/kernel';
import { longRun } from '../../../test/long/long-run';
import type { Reading } from '../model/reading';
import { exitCodeOf } from '../return-reader';
import type { Layout } from './layout';
import { SECTION_GROUPS, type TestPortfolio } from './portfolio';
import { columnsOf } from './write-columns';
import { amountsOf } from './write-table';

export type Outcome =
  | { readonly outcome: 'read' }
  | { readonly outcome: 'refused'; readonly codes: readonly string[] }
  | { readonly outcome: 'wrong'; readonly why: string };

/** Whether a reading says what the portfolio is, or refuses with a reason, or is wrong. */
export function judge(reading: Reading, portfolio: TestPortfolio, layout: Layout): Outcome {
  return judged(reading, () => {
    const why = firstDifference(reading, portfolio, layout);
    if (why !== undefined) throw new Error(why);
  });
}

/** What becomes of a workbook: refused with reasons, or read, and then it must be right. */
export function judged(reading: Reading, checkRight: () => void): Outcome {
  if (exitCodeOf(reading) !== 0) {
    const codes = reading.findings
      .filter((f) => f.severity === 'error' || f.severity === 'question')
      .map((f) => f.code);
    return codes.length > 0
      ? { outcome: 'refused', codes: [...new Set(codes)] }
      : { outcome: 'wrong', why: 'refused without a reason' };
  }
  try {
    checkRight();
    return { outcome: 'read' };
  } catch (error) {
    return { outcome: 'wrong', why: error instanceof Error ? error.message : String(error) };
  }
}

function firstDifference(reading: Reading, portfolio: TestPortfolio, layout: Layout): string | undefined {
  const kind = layout.title === 'treasury' ? 'treasury' : 'disbursement';
  if (reading.kinds.join() !== kind) return `kinds ${reading.kinds.join()} instead of ${kind}`;
  if (reading.asOf !== '2023-06-21') return `asOf ${reading.asOf}`;
  if (reading.planYear !== 2023) return `planYear ${reading.planYear}`;
  if (reading.projects.length !== portfolio.projects.length)
    return `${reading.projects.length} projects: ${reading.projects.map((p) => p.name).join('; ')}`;
  const keys = new Set(columnsOf(portfolio, layout).map((c) => c.key));
  const carried = keys.has('carriedPlanned');
  for (const project of portfolio.projects) {
    const read = reading.projects.find((p) =>
      layout.code === 'none' ? p.name === project.name : p.code === project.code,
    );
    if (!read) return `${project.code} ${project.name} is missing`;
    if (read.name !== project.name) return `name ${read.name} instead of ${project.name}`;
    const sections = layout.rows !== 'sections' && layout.outline.startsWith('sections');
    const group = sections ? SECTION_GROUPS[project.section] : undefined;
    if (read.group?.group !== group) return `${project.name}: group ${read.group?.group} instead of ${group}`;
    const amounts = amountsOf(project, portfolio);
    const expected: [string, string | null, Dong | null][] = [
      ['planned', read.planned, amounts.get('planned') ?? null],
      ['disbursed', read.disbursed, amounts.get('disbursed') ?? null],
      [
        'carried',
        carried ? sumOf(read, 'planned') : null,
        carried ? (amounts.get('carriedPlanned') ?? null) : null,
      ],
      [
        'carriedDisbursed',
        carried ? sumOf(read, 'disbursed') : null,
        carried ? (amounts.get('carriedDisbursed') ?? null) : null,
      ],
    ];
    if (keys.has('completed')) {
      expected.push(['completed', total(read, 'completed'), amounts.get('completed') ?? null]);
      const advance = amounts.get('advance') ?? null;
      const blank = layout.blankByIdentity && advance === 0n && total(read, 'advance') === null;
      if (!blank) expected.push(['advance', total(read, 'advance'), advance]);
    }
    for (const [field, got, want] of expected)
      if (got !== (want?.toString() ?? null)) return `${project.name}: ${field} ${got} instead of ${want}`;
  }
  return undefined;
}

type Read = Reading['projects'][number];

function total(read: Read, field: 'completed' | 'advance'): string | null {
  const values = read.lines.filter((l) => l.planType === 'current-year').flatMap((l) => l[field] ?? []);
  return values.length === 0 ? null : values.reduce((sum, v) => sum + BigInt(v), 0n).toString();
}

function sumOf(read: Read, field: 'planned' | 'disbursed'): string | null {
  const values = read.lines
    .filter((l) => l.planType === 'carried-over' && !l.derived?.includes(field))
    .flatMap((l) => l[field] ?? []);
  return values.length === 0 ? null : values.reduce((sum, v) => sum + BigInt(v), 0n).toString();
}

/** How often to try: `sample` in every `npm test`, `whole` in `npm run test:long`. */
interface Sweep {
  readonly name: string;
  readonly sample: number;
  readonly whole: number;
}

/**
 * Reads many invented workbooks and counts what became of them. One that is read wrong fails the test, after all have
 * been counted, with the smallest workbook that is still read wrong and the seed that finds it again.
 */
export function sweep<Invented>(
  { name, sample, whole }: Sweep,
  invented: fc.Arbitrary<Invented>,
  judge: (invented: Invented) => Outcome,
): Record<Outcome['outcome'], number> {
  const { runs, seed, report } = longRun(name, sample, whole);
  const counts = { read: 0, refused: 0, wrong: 0 };
  const parameters = { seed, numRuns: runs };
  fc.assert(
    fc.property(invented, (one) => {
      counts[judge(one).outcome] += 1;
    }),
    parameters,
  );
  report({ 'read right': counts.read, refused: counts.refused, 'read wrong': counts.wrong });
  if (counts.wrong > 0)
    fc.assert(
      fc.property(invented, (one) => {
        const result = judge(one);
        if (result.outcome === 'wrong') throw new Error(result.why);
      }),
      parameters,
    );
  return counts;
}

/** What of `expected` isn't in `actual`, by path. Objects need the named keys; every item of a list needs a match. */
export function missingFrom(actual: unknown, expected: unknown, path = ''): string[] {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) return [`${path}: no list`];
    return expected.flatMap((item: unknown, i) =>
      actual.some((candidate) => missingFrom(candidate, item).length === 0)
        ? []
        : [`${path}[${i}]: ${JSON.stringify(item)}`],
    );
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof actual !== 'object' || actual === null) return [`${path}: no object`];
    const record = actual as Record<string, unknown>;
    return Object.entries(expected).flatMap(([key, value]) =>
      missingFrom(record[key], value, `${path}.${key}`),
    );
  }
  return Object.is(actual, expected)
    ? []
    : [`${path}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`];
}
