import fc from 'fast-check';
import { DONG_PER_UNIT, type Dong } from '@thongvon/kernel';
import type { WorkbookModel } from '@thongvon/workbook-io';
import { CAPTIONS, type Layout, layouts, pick, TOTAL_LABELS, unitStatement, unitWord } from './layout';
import { SECTIONS, type TestPortfolio, type TestProject } from './portfolio';
import { type PlainRow, writeAmount, writeTable } from './write-table';
import type { TestColumn } from './write-columns';

/** How offices lay out a plan, next to what every layout varies. */
export interface PlanLayout {
  readonly base: Layout;
  /** One column; sources as columns with or without a total; a row per source; before, changes and after. */
  readonly form:
    | 'total'
    | 'sources'
    | 'total-and-sources'
    | 'source-rows'
    | 'before-after'
    | 'before-changes'
    | 'before-changes-after';
  readonly decision: number;
  readonly sections: boolean;
  readonly extras: readonly ('investment' | 'allocated' | 'medium-term' | 'note')[];
}

/** What the plan says of one project and source; `source` null where it doesn't say. */
export interface PlannedAmount {
  readonly code: string;
  readonly name: string;
  readonly source: string | null;
  readonly planned: Dong;
}

export function planLayouts(): fc.Arbitrary<PlanLayout> {
  return fc.record({
    base: layouts(),
    form: fc.constantFrom<PlanLayout['form'][]>(
      'total',
      'sources',
      'total-and-sources',
      'source-rows',
      'before-after',
      'before-changes',
      'before-changes-after',
    ),
    decision: fc.nat(20),
    sections: fc.boolean(),
    extras: fc.shuffledSubarray(['investment', 'allocated', 'medium-term', 'note'] as const),
  });
}

const DECISIONS = [
  '(Kèm theo Quyết định số 9001/QĐ-UBND ngày 15/12/2022 của UBND huyện Phú Sơn)',
  '(Ban hành kèm theo Quyết định số 9001/QĐ-UBND ngày 15 tháng 12 năm 2022 của UBND huyện)',
  'Kèm theo Nghị quyết số 9001/QĐ-UBND ngày 15/12/2022',
] as const;
const BEFORE = ['Kế hoạch đã giao đầu năm', 'Kế hoạch vốn trước điều chỉnh', 'Kế hoạch vốn ban đầu'] as const;
const AFTER = ['Kế hoạch vốn sau điều chỉnh', 'Kế hoạch sau điều chỉnh', 'KH sau khi điều chỉnh'] as const;
const UP = ['Điều chỉnh tăng', 'Tăng', 'Bổ sung'] as const;
const DOWN = ['Điều chỉnh giảm', 'Giảm', 'Cắt giảm'] as const;

/** Writes a portfolio's plan as a decision's annex, and says what it decides. */
export function writePlan(
  portfolio: TestPortfolio,
  layout: PlanLayout,
): { model: WorkbookModel; expected: PlannedAmount[] } {
  const { base, form } = layout;
  const adjusts = form.startsWith('before');
  const title = adjusts
    ? 'ĐIỀU CHỈNH KẾ HOẠCH VỐN ĐẦU TƯ CÔNG NĂM 2023'
    : 'KẾ HOẠCH VỐN ĐẦU TƯ CÔNG NĂM 2023';
  const statements = [title, pick(DECISIONS, layout.decision), unitStatement(portfolio.unit, base)];
  const columns = columnsOf(portfolio, layout);
  const model = writeTable({ statements, columns, rows: rowsOf(portfolio, layout) }, base, 'Phụ lục');
  const expected = portfolio.projects.flatMap((project) => decided(project, portfolio, layout));
  return { model, expected };
}

function decided(project: TestProject, portfolio: TestPortfolio, { form }: PlanLayout): PlannedAmount[] {
  const { code, name } = project;
  if (form === 'sources' || form === 'total-and-sources' || form === 'source-rows')
    return project.sources.flatMap((s, i) =>
      s ? [{ code, name, source: portfolio.sources[i] ?? '', planned: s.planned }] : [],
    );
  const { after } = changesOf(project, portfolio);
  return [{ code, name, source: null, planned: form.startsWith('before') ? after : totalOf(project) }];
}

function columnsOf(portfolio: TestPortfolio, { base, form, extras }: PlanLayout): TestColumn[] {
  const { captions: seed } = base;
  const unit = base.unitPlace === 'columns' ? ` (${unitWord(portfolio.unit, base)})` : '';
  const one = (key: string, ...path: string[]): TestColumn => ({ key, path });
  const group = pick(CAPTIONS.planned, seed);
  const sources = portfolio.sources.map((source, i) => one(`planned:${i}`, group, source + unit));
  const keys = sources.map(({ key }) => key);
  const total = { ...one('planned', group, pick(CAPTIONS.total, seed) + unit), sum: keys };
  const before = one('before', pick(BEFORE, seed) + unit);
  const changes = [one('up', pick(UP, seed) + unit), one('down', pick(DOWN, seed) + unit)];
  const after = one('planned', pick(AFTER, seed) + unit);
  const figures: Readonly<Record<PlanLayout['form'], TestColumn[]>> = {
    total: [one('planned', group + unit)],
    sources,
    'total-and-sources': [total, ...sources],
    'source-rows': [one('source', 'Nguồn vốn'), one('planned', group + unit)],
    'before-after': [before, after],
    'before-changes': [before, ...changes],
    'before-changes-after': [before, ...changes, after],
  };
  const extra = (key: PlanLayout['extras'][number], caption: string): TestColumn[] =>
    extras.includes(key) ? [one(key, caption)] : [];
  return [
    one('ordinal', pick(CAPTIONS.ordinal, seed)),
    one('name', pick(CAPTIONS.name, seed)),
    ...(base.code === 'none' ? [] : [one('code', pick(CAPTIONS.code, seed))]),
    ...extra('investment', 'Tổng mức đầu tư'),
    ...extra('medium-term', 'Kế hoạch trung hạn 2021-2025'),
    ...extra('allocated', 'Lũy kế vốn đã bố trí đến hết năm 2022'),
    ...figures[form],
    ...extra('note', 'Ghi chú'),
  ];
}

function rowsOf(portfolio: TestPortfolio, layout: PlanLayout): PlainRow[] {
  const { base, sections } = layout;
  const total: PlainRow = {
    bold: true,
    cells: { name: pick(TOTAL_LABELS, base.totalLabel), ...sumsOf(portfolio.projects, portfolio, layout) },
  };
  const groups = sections
    ? SECTIONS.map((label, i) => ({ label, projects: portfolio.projects.filter((p) => p.section === i) }))
    : [{ label: '', projects: portfolio.projects }];
  const body = groups
    .filter(({ projects }) => projects.length > 0)
    .flatMap(({ label, projects }, i): PlainRow[] => [
      ...(label === ''
        ? []
        : [
            {
              bold: true,
              cells: { ordinal: 'ABC'.charAt(i), name: label, ...sumsOf(projects, portfolio, layout) },
            },
          ]),
      ...projects.flatMap((project, n) => projectRows(project, n, portfolio, layout)),
    ]);
  return base.total === 'none' ? body : base.total === 'top' ? [total, ...body] : [...body, total];
}

function projectRows(
  project: TestProject,
  n: number,
  portfolio: TestPortfolio,
  layout: PlanLayout,
): PlainRow[] {
  const own = { ordinal: n + 1, name: project.name, code: project.code, note: project.note };
  if (layout.form !== 'source-rows')
    return [{ bold: false, cells: { ...own, ...amounts([project], portfolio, layout, n) } }];
  return project.sources.flatMap((s, i): PlainRow[] =>
    s
      ? [
          {
            bold: false,
            cells: {
              ...own,
              source: portfolio.sources[i] ?? '',
              planned: writeAmount(s.planned, portfolio, layout.base, n),
            },
          },
        ]
      : [],
  );
}

const sumsOf = (
  projects: readonly TestProject[],
  portfolio: TestPortfolio,
  layout: PlanLayout,
): PlainRow['cells'] => amounts(projects, portfolio, layout, 0);

function amounts(
  projects: readonly TestProject[],
  portfolio: TestPortfolio,
  { base, form }: PlanLayout,
  seed: number,
): PlainRow['cells'] {
  const sum = (of: (project: TestProject) => Dong): Dong => projects.reduce((all, p) => all + of(p), 0n);
  const shown = (dong: Dong): PlainRow['cells'][string] => writeAmount(dong, portfolio, base, seed);
  const adjusts = form.startsWith('before');
  const sources = portfolio.sources.map((_, i) => {
    const parts = projects.flatMap((p) => p.sources[i]?.planned ?? []);
    return [`planned:${i}`, parts.length === 0 ? null : shown(parts.reduce((a, b) => a + b, 0n))] as const;
  });
  return {
    planned: shown(sum((p) => (adjusts ? changesOf(p, portfolio).after : totalOf(p)))),
    before: shown(sum(totalOf)),
    up: shown(sum((p) => changesOf(p, portfolio).up)),
    down: shown(sum((p) => changesOf(p, portfolio).down)),
    investment: shown(sum((p) => p.totalInvestment)),
    'medium-term': shown(sum((p) => p.totalInvestment)),
    allocated: shown(sum(totalOf)),
    ...Object.fromEntries(sources),
  };
}

const totalOf = ({ sources }: TestProject): Dong =>
  sources.reduce((sum, source) => sum + (source?.planned ?? 0n), 0n);

/** Projects of even fields get more, the others less. */
function changesOf(
  project: TestProject,
  { unit, decimals }: TestPortfolio,
): { up: Dong; down: Dong; after: Dong } {
  const step = DONG_PER_UNIT[unit] / 10n ** BigInt(decimals);
  const change = (totalOf(project) / 5n / step) * step;
  const [up, down] = project.field % 2 === 0 ? [change, 0n] : [0n, change];
  return { up, down, after: totalOf(project) + up - down };
}
