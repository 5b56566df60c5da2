import type { Reading } from '@thongvon/return-reader';

/** What a stranger marked of a workbook before the reader saw it. Amounts are whole đồng as text; null: the table doesn't say. */
export interface Marks {
  readonly about: string;
  /** The day on which the office received it. */
  readonly receivedOn: string;
  /** `read`: no question is needed; `ask`: a careful officer would ask; `refuse`: only the sender can mend it. */
  readonly verdict: 'read' | 'ask' | 'refuse';
  /** For `ask` and `refuse`: cells one of which a question or a refusal must point at. */
  readonly cells?: readonly string[];
  readonly planYear: number;
  readonly asOf: string | null;
  readonly projects: readonly MarkedProject[];
}

export interface MarkedProject {
  readonly code: string | null;
  readonly name: string;
  readonly planned: string | null;
  readonly disbursed: string | null;
}

/**
 * `right`: as the stranger marked it. `asked`, `refused`: not read though a careful person would have, or not for the marked cells.
 * `wrong`: taken in silence, and not what the stranger marked.
 */
export interface Judgement {
  readonly verdict: 'right' | 'asked' | 'refused' | 'wrong';
  readonly why: string;
}

const right: Judgement = { verdict: 'right', why: '' };

export function judgeBy(marks: Marks, reading: Reading): Judgement {
  const open = reading.findings.filter(({ severity }) => severity === 'error' || severity === 'question');
  const refused = open.some(({ severity }) => severity === 'error');
  const said = open
    .map(({ code, sheet, cell, message }) => `${code} ${sheet}!${cell} ${message}`)
    .join(' | ');
  if (marks.verdict === 'read') {
    if (open.length > 0) return { verdict: refused ? 'refused' : 'asked', why: said };
    const why = differenceOf(marks, reading);
    return why === undefined ? right : { verdict: 'wrong', why };
  }
  if (open.length === 0) return { verdict: 'wrong', why: 'read without a question' };
  const cells = new Set(marks.cells ?? []);
  const pointed = open.some(({ sheet, cell }) => cell === null || cells.has(`${sheet}!${cell}`));
  return pointed || cells.size === 0 ? right : { verdict: refused ? 'refused' : 'asked', why: said };
}

/** How a reading without open questions differs from the marks; undefined: not at all. */
function differenceOf(marks: Marks, reading: Reading): string | undefined {
  if (reading.planYear !== marks.planYear) return `plan year ${reading.planYear}, not ${marks.planYear}`;
  if (marks.asOf !== null && reading.asOf !== marks.asOf) return `as of ${reading.asOf}, not ${marks.asOf}`;
  if (reading.projects.length === 0) return missingOf(marks, allottedOf(reading));
  // A stranger marks a project's plan with what was carried over or without, as the table prints it.
  const [withoutCarried, withCarried] = [
    reading.projects.map(figuresOf),
    reading.projects.map(figuresOfAllTypes),
  ];
  const missing = missingOf(marks, withoutCarried);
  return missing === undefined || missingOf(marks, withCarried) === undefined ? undefined : missing;
}

/** The first marked project that wasn't read as marked, or the first that was read and isn't marked. */
function missingOf(marks: Marks, read: readonly MarkedProject[]): string | undefined {
  const left = [...read];
  for (const project of marks.projects) {
    const at = left.findIndex((candidate) => isSame(candidate, project));
    if (at < 0) {
      const near = left.find(
        ({ code, name }) => (project.code ?? plain(project.name)) === (code ?? plain(name)),
      );
      return `${project.code} ${project.name}: ${project.planned} / ${project.disbursed}, read ${near ? `${near.code} ${near.name}: ${near.planned} / ${near.disbursed}` : 'nothing of it'}`;
    }
    left.splice(at, 1);
  }
  return left[0] && `${left.length} more than marked, first ${left[0].code} ${left[0].name}`;
}

const figuresOf = ({ code, name, planned, disbursed }: Reading['projects'][number]): MarkedProject => ({
  code,
  name,
  planned,
  disbursed,
});

function figuresOfAllTypes({ code, name, lines }: Reading['projects'][number]): MarkedProject {
  const sum = (field: 'planned' | 'disbursed'): string =>
    `${lines.reduce((total, line) => total + BigInt(line[field] ?? 0), 0n)}`;
  return { code, name, planned: sum('planned'), disbursed: sum('disbursed') };
}

/** Of a decision: what each project is allotted this year, over its sources. */
function allottedOf(reading: Reading): MarkedProject[] {
  const found = new Map<string, { code: string | null; name: string; planned: bigint }>();
  for (const { code, name, planType, planned } of reading.allocations) {
    if (planType !== 'current-year') continue;
    const key = code ?? plain(name);
    const before = found.get(key)?.planned ?? 0n;
    found.set(key, { code, name, planned: before + BigInt(planned) });
  }
  return [...found.values()].map(({ planned, ...rest }) => ({
    ...rest,
    planned: `${planned}`,
    disbursed: null,
  }));
}

/** A table that says nothing and one that says zero are the same money. */
const isSame = (read: MarkedProject, marked: MarkedProject): boolean =>
  read.code === marked.code &&
  plain(read.name) === plain(marked.name) &&
  BigInt(read.planned ?? 0) === BigInt(marked.planned ?? 0) &&
  BigInt(read.disbursed ?? 0) === BigInt(marked.disbursed ?? 0);

const plain = (name: string): string =>
  name.normalize('NFC').replaceAll(/[–—]/g, '-').replaceAll(/\s+/g, ' ').trim().toLowerCase();
