import { matchKey } from '@thongvon/kernel';
import type { CellRef, Finding } from '@thongvon/return-reader';
import {
  decisionOfCode,
  isUnderCode,
  type KnownProject,
  type NamedProject,
  type ProjectMatcher,
} from './project-match';
import { saysTheSame } from './renamed-projects';

type Row = NamedProject & { readonly cell: CellRef };

/** A row under one project's code that bears the name of another. */
interface Mixed<R extends Row> {
  readonly row: R;
  readonly own: KnownProject;
  readonly named: KnownProject & { readonly code: string };
}

export interface SwappedNames<R> {
  readonly findings: readonly Finding[];
  /** Rows of which nothing else is to be said about their names. */
  readonly rows: ReadonlySet<R>;
}

/** Answers to the question: the figures are those of the codes, or those of the names. */
export const BY_CODES = 'codes';
export const BY_NAMES = 'names';

/**
 * Rows under the code of one project with the name of another one of the sender's: each figure would go to the wrong project
 * if it is the names that are right. One question for each ring of them (a pair, mostly), one for a row that stands alone.
 * A name that is nobody else's is a mere renaming.
 */
export function swappedNames<R extends Row>(matcher: ProjectMatcher, rows: readonly R[]): SwappedNames<R> {
  const coded = rows.flatMap((row) => {
    const plain = matcher.undecided(row);
    return plain.type === 'known' && isUnderCode(row, plain.project) ? [{ row, own: plain.project }] : [];
  });
  const renamed = coded.filter(({ row, own }) => row.name !== own.name && matchKey(row.name) !== own.nameKey);
  const mixed = new Map<string, Mixed<R>>();
  for (const { row, own } of renamed) {
    const [other, ...more] = namesakes(matcher, row, own, coded);
    if (other && more.length === 0 && hasCode(other)) mixed.set(own.id, { row, own, named: other });
  }
  const findings: Finding[] = [];
  const seen = new Set<string>();
  for (const start of mixed.values()) {
    if (seen.has(start.own.id)) continue;
    const ring = ringFrom(start, mixed) ?? [start];
    if (ring.some(({ own }) => seen.has(own.id))) continue;
    for (const { own } of ring) seen.add(own.id);
    findings.push(swapped(ring));
  }
  return { findings, rows: new Set([...mixed.values()].map(({ row }) => row)) };
}

const hasCode = (project: KnownProject): project is KnownProject & { readonly code: string } =>
  project.code !== null;

/** Other projects with the row's name: those of the return's other rows though it is only nearly theirs, else of the register. */
function namesakes(
  matcher: ProjectMatcher,
  { name }: Row,
  own: KnownProject,
  coded: readonly { readonly own: KnownProject }[],
): readonly KnownProject[] {
  const exact = matcher.namesakes(name).filter(({ id }) => id !== own.id);
  if (exact.length > 0) return exact;
  if (saysTheSame(name, own.name)) return [];
  const near = coded.filter((other) => other.own.id !== own.id && saysTheSame(name, other.own.name));
  return [...new Map(near.map((other) => [other.own.id, other.own])).values()];
}

/** The rows from one to the next by their names, until the first comes again; undefined: it never does. */
function ringFrom<R extends Row>(
  start: Mixed<R>,
  mixed: ReadonlyMap<string, Mixed<R>>,
): readonly Mixed<R>[] | undefined {
  const ring = [start];
  for (
    let next = mixed.get(start.named.id);
    next && ring.length <= mixed.size;
    next = mixed.get(next.named.id)
  ) {
    if (next === start) return ring;
    ring.push(next);
  }
  return undefined;
}

const ARROW = ' → ';
const BETWEEN = '; ';

function swapped<R extends Row>(ring: readonly Mixed<R>[]): Finding {
  const [first] = ring;
  if (!first) throw new Error('a ring without rows');
  const said = (and: readonly [string, string, string]): string =>
    ring
      .map(
        ({ row, own, named }) =>
          `${row.cell.cell}: ${own.code ?? ''} ${and[0]} “${row.name}” (${and[1]} ${named.code}; ${and[2]} ${own.code ?? ''}: “${own.name}”)`,
      )
      .join(', ');
  return {
    code: 'RET-PROJECT-NAME',
    severity: 'question',
    asks: 'choice',
    sheet: first.row.cell.sheet,
    cell: first.row.cell.cell,
    value: ring.map(({ own, named }) => `${own.code ?? ''}${ARROW}${named.code}`).join(BETWEEN),
    message: `Mã và tên không khớp nhau ở ${ring.length} dòng, mà tên là của dự án khác trong danh mục: ${said(['ghi tên', 'là tên của mã', 'mã'])}. Số liệu là của dự án theo mã hay theo tên? Nếu gõ nhầm, hãy sửa rồi nạp lại.`,
    messageEn: `Code and name don't belong together in ${ring.length} rows, and the name is that of another project of the register: ${said(['with the name', 'that of code', 'code'])}. Are the figures those of the codes or those of the names? If it is a slip, mend it and upload again.`,
    choices: [
      {
        value: BY_CODES,
        label: 'Theo mã: số liệu đúng mã, chỉ tên ghi nhầm',
        labelEn: 'By the codes: the figures are right, only the names are wrong',
      },
      {
        value: BY_NAMES,
        label: 'Theo tên: số liệu đúng tên, chỉ mã ghi nhầm',
        labelEn: 'By the names: the figures are right, only the codes are wrong',
      },
    ],
  };
}

/** What the answer "by the names" to that question decides: by the code of a row, the project whose code is meant. */
export function decidedByNames(asked: string): readonly (readonly [code: string, decision: string])[] {
  return asked.split(BETWEEN).flatMap((edge) => {
    const [code, meant] = edge.split(ARROW);
    return code !== undefined && meant !== undefined ? [[code, decisionOfCode(meant)] as const] : [];
  });
}
