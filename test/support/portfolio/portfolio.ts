import fc from 'fast-check';
import { PROJECT_GROUPS, type PlanType, type ProjectGroup } from '@thongvon/kernel';

/** Board and code of each project that portfolios are made of; the last stands in no plan. */
export const PROJECTS = [
  { code: '7000001', name: 'Đường ĐH1 xã Bình Đào', office: 'north' },
  { code: '7000002', name: 'Trường mầm non xã Bình Đào', office: 'north' },
  { code: '7000003', name: 'Đường ĐH3 xã Bình Minh', office: 'north-unit' },
  { code: '7000004', name: 'Trạm y tế xã Bình Minh', office: 'south' },
  { code: '7000005', name: 'Kè chống sạt lở', office: 'south' },
] as const;

export const OFFICES = ['north', 'north-unit', 'south'] as const;
export type Office = (typeof OFFICES)[number];

export interface Amounts {
  readonly type: PlanType;
  readonly source: string;
  readonly disbursed: number | null;
  readonly completed: number | null;
  readonly advance: number | null;
}

export interface PlanLine {
  readonly type: PlanType;
  readonly source: string;
  readonly amount: number;
}

/** The group that a return names, of some of the projects that it may list. */
export type Groups = Readonly<Record<string, ProjectGroup>>;

/** What somebody sends and the finance office approves, or what it takes back. */
export type Action =
  | {
      readonly type: 'plan';
      readonly number: string;
      readonly date: string;
      readonly again: 'annex' | 'replacement';
      readonly lines: Readonly<Record<string, readonly PlanLine[]>>;
      readonly groups: Groups;
    }
  | {
      readonly type: 'figures';
      readonly basis: 'reported' | 'treasury';
      readonly office: Office;
      readonly date: string;
      readonly coverage: 'full' | 'partial';
      readonly lines: Readonly<Record<string, readonly Amounts[]>>;
      readonly groups: Groups;
    }
  | { readonly type: 'revert'; readonly which: number };

const SOURCES = ['unspecified', 'tinh', 'huyen', 'xa'] as const;
const TYPES: readonly PlanType[] = ['current-year', 'current-year', 'current-year', 'carried-over'];
export const DECIDED = ['2023-01-05', '2023-05-19', '2023-10-20'] as const;
export const REPORTED = ['2023-05-31', '2023-06-07', '2023-06-14', '2023-06-28', '2023-10-25'] as const;

const type = fc.constantFrom(...TYPES);
const key = ({ type: of, source }: { type: string; source: string }): string => `${of} ${source}`;

/** A plan is of one project by source, or not by source. */
const planLines = fc.oneof(
  fc
    .record({ type, amount: fc.integer({ min: 0, max: 900 }) })
    .map((line): PlanLine[] => [{ ...line, source: 'unspecified' }]),
  fc.uniqueArray(
    fc.record({
      type,
      source: fc.constantFrom('tinh', 'huyen', 'xa'),
      amount: fc.oneof(
        { weight: 5, arbitrary: fc.integer({ min: 1, max: 900 }) },
        { weight: 1, arbitrary: fc.constant(0) },
      ),
    }),
    { minLength: 1, maxLength: 3, selector: key },
  ),
);

const groups = fc.dictionary(
  fc.constantFrom(...PROJECTS.map(({ code }) => code)),
  fc.constantFrom(...PROJECT_GROUPS),
);

const planned = fc.record({
  type: fc.constant('plan' as const),
  // Often the same decision, so that annexes and replacements come.
  number: fc.constantFrom('1/QĐ', '1/QĐ', '2/QĐ'),
  date: fc.constantFrom('2023-01-05', '2023-01-05', ...DECIDED),
  again: fc.constantFrom('annex' as const, 'replacement' as const),
  groups,
  lines: fc.dictionary(fc.constantFrom(...PROJECTS.slice(0, 4).map(({ code }) => code)), planLines, {
    minKeys: 1,
    maxKeys: 3,
  }),
});

/** Small sums, so that board and Treasury often agree. */
const disbursed = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(0, 60, 90, 120, 150) },
  { weight: 1, arbitrary: fc.constant(null) },
);
const amounts = fc
  .record({ type, source: fc.constantFrom(...SOURCES), disbursed, advance: fc.constantFrom(null, 0, 30) })
  .map(({ advance, ...line }): Amounts => ({
    ...line,
    advance: line.disbursed === null || line.disbursed < 30 ? null : advance,
    completed:
      advance === null || line.disbursed === null || line.disbursed < 30 ? null : line.disbursed - advance,
  }));
/** Most returns don't split; the others do, some of them only in part. */
const figureLines = fc.oneof(
  amounts.map((line) => [{ ...line, source: 'unspecified' }]),
  fc.uniqueArray(amounts, { minLength: 1, maxLength: 3, selector: key }),
);
const splitLines = fc.oneof(
  fc.constantFrom(60, 90, 120).map((sum): Amounts[] =>
    ['tinh', 'huyen'].map((source, index) => ({
      type: 'current-year',
      source,
      disbursed: index === 0 ? 40 : sum - 40,
      completed: null,
      advance: null,
    })),
  ),
  figureLines,
);

const figures = (basis: 'reported' | 'treasury', lines: fc.Arbitrary<Amounts[]>) =>
  fc
    .record({
      // Often the same office and day, so that returns correct one another.
      office: fc.constantFrom('north' as const, 'north' as const, ...OFFICES),
      date: fc.constantFrom('2023-06-14', '2023-06-14', '2023-06-14', ...REPORTED),
      coverage: fc.constantFrom('full' as const, 'full' as const, 'partial' as const),
      groups,
      lines: fc.dictionary(fc.constantFrom(...PROJECTS.map(({ code }) => code)), lines, { minKeys: 1 }),
    })
    .map((given) => {
      const own = PROJECTS.filter(({ office }) => basis === 'treasury' || office === given.office);
      const kept = Object.entries(given.lines).filter(([code]) => own.some((one) => one.code === code));
      const [first] = own;
      const [any = []] = Object.values(given.lines);
      return {
        type: 'figures' as const,
        basis,
        ...given,
        lines: Object.fromEntries(kept.length > 0 || first === undefined ? kept : [[first.code, any]]),
      };
    });

const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 4, arbitrary: planned },
  { weight: 6, arbitrary: figures('reported', figureLines) },
  { weight: 2, arbitrary: figures('treasury', splitLines) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('revert' as const), which: fc.nat() }) },
);

/** Begins with a plan, so that most of it has a denominator, and often with an annex of it. */
export const portfolio: fc.Arbitrary<readonly Action[]> = fc
  .tuple(planned, planned, fc.boolean(), fc.array(action, { minLength: 6, maxLength: 14 }))
  .map(([first, { lines }, isAnnexed, rest]) => [
    first,
    ...(isAnnexed ? [{ ...first, lines, again: 'annex' as const }] : []),
    ...rest,
  ]);
