import type { PlanType } from '@thongvon/kernel';
import type { Action } from './portfolio';

/** What is approved and counts, in the order of approval. */
export type Approved = Exclude<Action, { type: 'revert' }>;

/** What is reported of a project for a date. */
export interface Figure {
  readonly type: PlanType;
  readonly from: string;
  /** The date of the next figures of this project, plan type and basis. */
  readonly until: string;
  readonly lines: readonly {
    readonly source: string;
    readonly disbursed: bigint | null;
    readonly completed: bigint | null;
    readonly advance: bigint | null;
  }[];
}

export const NONE = 'unspecified';
export const TYPES: readonly PlanType[] = ['current-year', 'carried-over'];
const FOREVER = '9999-12-31';
const big = (amount: number | null): bigint | null => (amount === null ? null : BigInt(amount));

export function add(amounts: readonly (bigint | null)[]): bigint | null {
  let sum: bigint | null = null;
  for (const amount of amounts) if (amount !== null) sum = (sum ?? 0n) + amount;
  return sum;
}

/** A project's plan of a type on a day: a later amount replaces that of its source; whole and split end each other. */
export function planOn(
  approved: readonly Approved[],
  code: string,
  type: PlanType,
  day: string,
): Map<string, bigint> {
  const byDay = new Map<string, Map<string, bigint>>();
  for (const one of approved) {
    if (one.type !== 'plan' || one.date > day) continue;
    const lines = (one.lines[code] ?? []).filter((line) => line.type === type);
    if (lines.length === 0) continue;
    const wholes = lines.filter(({ source }) => source === NONE).length;
    const before = [...(byDay.get(one.date) ?? [])];
    // Of the same day too, and what says both the whole and a split ends neither.
    const kept = before.filter(([source]) => (source === NONE ? wholes > 0 : wholes < lines.length));
    const added = lines.map(({ source, amount }) => [source, BigInt(amount)] as const);
    byDay.set(one.date, new Map([...kept, ...added]));
  }
  let plan = new Map<string, bigint>();
  for (const date of [...byDay.keys()].sort()) {
    const decided = byDay.get(date) ?? new Map<string, bigint>();
    const splits = [...decided.keys()].some((source) => source !== NONE);
    plan = new Map([...plan].filter(([source]) => (source === NONE ? !splits : !decided.has(NONE))));
    for (const [source, amount] of decided) plan.set(source, amount);
  }
  return plan;
}

/** The figures of a project by date: of those approved for a date the last speaks, with all its lines of the plan type. */
export function figuresOf(
  approved: readonly Approved[],
  code: string,
  basis: 'reported' | 'treasury',
): Figure[] {
  return TYPES.flatMap((type) => {
    const byDate = new Map<string, Figure['lines']>();
    for (const one of approved) {
      if (one.type !== 'figures' || one.basis !== basis) continue;
      const lines = (one.lines[code] ?? []).filter(
        (line) =>
          line.type === type && (line.disbursed !== null || line.completed !== null || line.advance !== null),
      );
      if (lines.length === 0) continue;
      byDate.set(
        one.date,
        lines.map(({ source, ...line }) => ({
          source,
          disbursed: big(line.disbursed),
          completed: big(line.completed),
          advance: big(line.advance),
        })),
      );
    }
    const dates = [...byDate.keys()].sort();
    return dates.map((from, index) => ({
      type,
      from,
      until: dates[index + 1] ?? FOREVER,
      lines: byDate.get(from) ?? [],
    }));
  });
}

/** Of a source, whether it has a plan of that source; of what nobody splits, whether it has any. */
export const isPlanned = (
  approved: readonly Approved[],
  code: string,
  day: string,
  source: string = NONE,
): boolean =>
  TYPES.some((type) => {
    const plan = planOn(approved, code, type, day);
    return source === NONE ? plan.size > 0 : plan.has(source);
  });
