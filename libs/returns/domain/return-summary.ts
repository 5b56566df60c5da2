import {
  countOfFindings,
  type Finding,
  type Reading,
  type ReturnKind,
  type Severity,
} from '@thongvon/return-reader';
import type { CauseAsks } from './causes/cause';
import { causesOf, countCauses } from './causes/group-causes';
import { anyTotalFalls, lowersTotal } from './consequence';
import {
  type Preview,
  PREVIEW_STATES,
  type PreviewReplacement,
  type PreviewSection,
  type PreviewState,
  type PreviewTotal,
} from './preview';

const SEVERITIES = ['error', 'question', 'warning', 'info'] as const satisfies readonly Severity[];

/** What a list shows of a reading. Amounts are whole đồng as decimal strings, null where none is stated. */
export interface ReturnSummary {
  readonly planned: string | null;
  readonly disbursed: string | null;
  /** Percent, two decimals. */
  readonly rate: string | null;
  readonly sections: readonly SummarySection[];
  /** Approving it lowers a total or a project, and needs a reason. Absent: last checked before this was kept. */
  readonly lowers?: boolean;
  /** Approving it makes a total itself fall, not only projects in one. Absent: as `lowers`. */
  readonly totalFalls?: boolean;
  /** How many projects its approval registers. Absent: as `lowers`. */
  readonly registers?: number;
  /** How many there are of each severity. */
  readonly findings: Readonly<Record<Severity, number>>;
  /** How many causes they come from, by what they ask. Absent: last checked before this was kept. */
  readonly causes?: Readonly<Record<CauseAsks, number>>;
}

/** A section of the preview without its rows. */
interface SummarySection extends PreviewTotal {
  readonly kind: ReturnKind;
  readonly projects: Readonly<Record<PreviewState, number>>;
  readonly replaces?: Omit<PreviewReplacement, 'leftOut'>;
}

/** A reading in the few numbers that a list shows, so that lists need not open what can be megabytes. */
export function summaryOf(
  { total }: Pick<Reading, 'total'>,
  findings: readonly Finding[],
  preview: Preview,
): ReturnSummary {
  const { sections, consequences = [] } = preview;
  return {
    planned: total.planned,
    disbursed: total.disbursed,
    rate: total.rate,
    sections: sections.map(({ kind, before, after, change, rows, replaces }) => ({
      kind,
      before,
      after,
      change,
      projects: countsOf(PREVIEW_STATES, (state) => rowsIn(rows, state)),
      ...(replaces === undefined ? {} : { replaces: inShort(replaces) }),
    })),
    lowers: lowersTotal(consequences),
    totalFalls: anyTotalFalls(consequences),
    registers: registeredBy(preview).length,
    findings: countsOf(SEVERITIES, (severity) =>
      countOfFindings(findings.filter((finding) => finding.severity === severity)),
    ),
    causes: countCauses(causesOf(findings, null)),
  };
}

const inShort = ({ leftOut: _, ...replaces }: PreviewReplacement): Omit<PreviewReplacement, 'leftOut'> =>
  replaces;

const rowsIn = (rows: PreviewSection['rows'], state: string): number =>
  rows.filter((row) => row.state === state).length;

function countsOf<K extends string>(keys: readonly K[], count: (key: K) => number): Record<K, number> {
  return Object.fromEntries(keys.map((key) => [key, count(key)])) as Record<K, number>;
}

/** A project that an approval registers under the sender's office: no plan has named it. */
export interface RegisteredProject {
  readonly code: string;
  readonly name: string;
}

/**
 * The projects that approving the return puts into the register. A plan names its projects' owners itself, and is no
 * part of this: here it is the sender who becomes their holder.
 */
export function registeredBy({ sections }: Preview): RegisteredProject[] {
  const rows = sections
    .filter(({ kind }) => kind !== 'plan')
    .flatMap((section) => section.rows)
    .filter(({ projectId }) => projectId === null);
  // A name without a code keeps nobody out (ADR 0155).
  const projects = new Map(
    rows.flatMap(({ code, name }) => (code === null ? [] : [[code, { code, name }] as const])),
  );
  return [...projects.values()];
}
