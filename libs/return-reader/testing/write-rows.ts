import { type Layout, pick, TOTAL_LABELS } from './layout';
import { FIELDS, SECTIONS, type TestPortfolio, type TestProject } from './portfolio';
import { amountsOf, sumAmounts, type Amounts } from './write-table';

/** A row of the invented table before it is put into cells. */
export interface TestRow {
  readonly kind: 'total' | 'group' | 'project' | 'line' | 'detail' | 'text';
  readonly ordinal: string;
  readonly label: string;
  readonly project?: TestProject;
  readonly source?: string;
  readonly amounts: Amounts | null;
  /** First of several rows that are merged, and how many. */
  readonly spans?: number;
  /** A page may end before this row. */
  readonly breakable: boolean;
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V'];

/** The rows of a table in their order. */
export function rowsOf(portfolio: TestPortfolio, layout: Layout): TestRow[] {
  const all = portfolio.projects.map((project) => amountsOf(project, portfolio));
  const total: TestRow = {
    kind: 'total',
    ordinal: '',
    label: pick(TOTAL_LABELS, layout.totalLabel),
    amounts: sumAmounts(all),
    breakable: false,
  };
  const body = layout.rows === 'sections' ? sourceSections(portfolio, layout) : outline(portfolio, layout);
  if (layout.total === 'top') return [total, ...body];
  return layout.total === 'bottom' ? [...body, total] : body;
}

function sourceSections(portfolio: TestPortfolio, layout: Layout): TestRow[] {
  return portfolio.sources.flatMap((source, i) => {
    const members = portfolio.projects.filter((p) => p.sources[i]);
    if (members.length === 0) return [];
    const rows = members.map((p, n): TestRow => ({
      kind: 'project',
      ordinal: String(n + 1),
      label: p.name,
      project: p,
      amounts: amountsOf(p, portfolio, i),
      breakable: true,
    }));
    return group(
      String.fromCharCode(65 + i),
      source.startsWith('Nguồn') ? source.toUpperCase() : `NGUỒN ${source.toUpperCase()}`,
      rows,
      layout,
    );
  });
}

function outline(portfolio: TestPortfolio, layout: Layout): TestRow[] {
  const { projects } = portfolio;
  const list = (members: readonly TestProject[], ordinalOf: (n: number) => string): TestRow[] =>
    members.flatMap((project, n) => [
      ...projectRows(project, ordinalOf(n + 1), portfolio, layout),
      ...noteRows(project, layout),
    ]);
  switch (layout.outline) {
    case 'none':
      return list(projects, String);
    case 'sections':
      return bySection(projects, (members, s) =>
        group(String.fromCharCode(65 + s), SECTIONS[s] ?? '', list(members, String), layout),
      );
    case 'sections-fields':
      return bySection(projects, (members, s) =>
        group(
          String.fromCharCode(65 + s),
          SECTIONS[s] ?? '',
          byField(members, (own, f) => group(ROMAN[f] ?? '', FIELDS[f] ?? '', list(own, String), layout)),
          layout,
        ),
      );
    case 'fields-unmarked':
      return byField(projects, (own, f) => group('', FIELDS[f] ?? '', list(own, String), layout));
    case 'dotted':
      return byField(projects, (own, f) =>
        group(
          String(f + 1),
          FIELDS[f] ?? '',
          list(own, (n) => `${f + 1}.${n}`),
          layout,
        ),
      );
    case 'bullets':
      return byField(projects, (own, f) =>
        group(
          String(f + 1),
          FIELDS[f] ?? '',
          list(own, () => '-'),
          layout,
        ),
      );
  }
}

function bySection(
  projects: readonly TestProject[],
  write: (members: TestProject[], section: number) => TestRow[],
): TestRow[] {
  return SECTIONS.flatMap((_, s) => {
    const members = projects.filter((p) => p.section === s);
    return members.length > 0 ? write(members, s) : [];
  });
}

function byField(
  projects: readonly TestProject[],
  write: (members: TestProject[], field: number) => TestRow[],
): TestRow[] {
  return FIELDS.flatMap((_, f) => {
    const members = projects.filter((p) => p.field === f);
    return members.length > 0 ? write(members, f) : [];
  });
}

function group(ordinal: string, label: string, rows: TestRow[], layout: Layout): TestRow[] {
  const isLeaf = (row: TestRow): boolean =>
    row.kind === 'project' || (row.kind === 'line' && layout.rows !== 'children');
  const leaves = rows.filter(isLeaf).flatMap((row) => (row.amounts ? [row.amounts] : []));
  const sums = sumAmounts(leaves);
  const heading: TestRow = {
    kind: 'group',
    ordinal,
    label,
    amounts: layout.subtotals === 'heading' ? sums : null,
    breakable: true,
  };
  if (layout.subtotals !== 'bottom') return [heading, ...rows];
  return [
    heading,
    ...rows,
    { kind: 'total', ordinal: '', label: `Cộng ${label}`, amounts: sums, breakable: false },
  ];
}

function projectRows(
  project: TestProject,
  ordinal: string,
  portfolio: TestPortfolio,
  layout: Layout,
): TestRow[] {
  const whole = amountsOf(project, portfolio);
  const own: TestRow = {
    kind: 'project',
    ordinal,
    label: project.name,
    project,
    amounts: whole,
    breakable: true,
  };
  const sources = portfolio.sources.flatMap((source, i) =>
    project.sources[i] ? [{ source, amounts: amountsOf(project, portfolio, i) }] : [],
  );
  if (layout.rows === 'children')
    return [
      own,
      ...sources.map(({ source, amounts }): TestRow => ({
        kind: 'line',
        ordinal: '-',
        label: source,
        amounts,
        breakable: false,
      })),
    ];
  if (layout.rows === 'repeat')
    return sources.map(({ source, amounts }): TestRow => ({ ...own, source, amounts }));
  if (layout.rows === 'blank' || layout.rows === 'merged')
    return sources.map(({ source, amounts }, i): TestRow =>
      i === 0
        ? { ...own, source, amounts, ...(layout.rows === 'merged' ? { spans: sources.length } : {}) }
        : { kind: 'line', ordinal: '', label: '', source, amounts, breakable: false },
    );
  return [own, ...extraLines(project, whole, layout)];
}

const NOTES = [
  '* Nhà thầu đã nghiệm thu đợt 2, đang hoàn thiện hồ sơ',
  'Kiến nghị: UBND xã sớm bàn giao mặt bằng',
  'Vướng mắc: còn 3 hộ chưa nhận tiền',
  '- Đang trình thẩm định thiết kế',
];

function noteRows({ field, section }: TestProject, { notes, captions }: Layout): TestRow[] {
  if (!notes || field !== 1) return [];
  const label = pick(NOTES, captions + section);
  return [{ kind: 'text', ordinal: '', label, amounts: null, breakable: false }];
}

function extraLines(project: TestProject, whole: Amounts, layout: Layout): TestRow[] {
  const rows: TestRow[] = [];
  if (layout.details && project.field === 0) {
    const half = new Map(
      [...whole].map(([key, amount]) => [key, amount === null ? null : amount - amount / 2n] as const),
    );
    rows.push({
      kind: 'detail',
      ordinal: '-',
      label: 'Trong đó: chi phí bồi thường GPMB',
      amounts: roundLike(half, whole),
      breakable: false,
    });
  }
  return rows;
}

/** Half of an amount may not be writable in the unit; a detail shows the whole then. */
function roundLike(half: Amounts, whole: Amounts): Amounts {
  return new Map(
    [...half].map(([key, amount]) => [
      key,
      amount !== null && amount % 1_000_000_000n === 0n ? amount : (whole.get(key) ?? null),
    ]),
  );
}
