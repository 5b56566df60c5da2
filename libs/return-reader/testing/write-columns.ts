import { CAPTIONS, EXTRA_CAPTIONS, type Layout, pick, unitWord } from './layout';
import type { TestPortfolio } from './portfolio';
import type { SheetBuilder } from './read-sheet';

/** A column of the invented table: what it says, under which captions, and by which formula of column numbers. */
export interface TestColumn {
  /** Key of an amount, or one of the text fields below. */
  readonly key: string;
  readonly path: readonly string[];
  readonly sum?: readonly string[];
  readonly ratio?: readonly [string, string];
}

const TEXT_KEYS = ['ordinal', 'name', 'code', 'owner', 'field', 'source', 'note', 'unknown-text'] as const;

export function isAmountColumn({ key }: TestColumn): boolean {
  return key !== 'rate' && !TEXT_KEYS.some((text) => text === key);
}

/** The columns of a table, from left to right. */
export function columnsOf(portfolio: TestPortfolio, layout: Layout): TestColumn[] {
  const { captions: seed } = layout;
  const text = (key: keyof typeof CAPTIONS, on = true): TestColumn[] =>
    on ? [{ key, path: [pick(CAPTIONS[key], seed)] }] : [];
  const names = text('name');
  const codes = text('code', layout.code !== 'none');
  const identity = [
    ...text('ordinal', layout.ordinal),
    ...(layout.order === 'name-first' ? [...names, ...codes] : [...codes, ...names]),
    ...text('owner', layout.owner),
    ...text('field', layout.fieldColumn),
    ...text('source', ['repeat', 'blank', 'merged'].includes(layout.rows)),
  ];
  const extra = (keys: readonly string[]): TestColumn[] =>
    layout.extras
      .filter((e) => keys.includes(e))
      .map((e) => ({ key: e, path: [pick(EXTRA_CAPTIONS[e], seed)] }));
  const plan = planColumns(portfolio, layout);
  const spent = spentColumns(portfolio, layout);
  const columns = [
    ...identity,
    ...extra(['investment', 'allocated', 'medium-term', 'last-year', 'contract']),
    ...(layout.planFirst
      ? [...plan, ...extra(['week', 'previous']), ...spent]
      : [...spent, ...extra(['week', 'previous']), ...plan]),
    ...extra(['month', 'estimate', 'remaining', 'unknown-number']),
    ...(layout.rate === 'none'
      ? []
      : [{ key: 'rate', path: [pick(CAPTIONS.rate, seed)], ratio: rateOf(layout) }]),
    ...extra(['unknown-text']),
    ...text('note'),
  ];
  return withUnits(columns, portfolio, layout);
}

/** The total that rates divide: over all plan types where the table has such a column. */
function rateOf(layout: Layout): [string, string] {
  return layout.carriedOver === 'in-group' ? ['disbursedAll', 'plannedAll'] : ['disbursed', 'planned'];
}

function planColumns(
  { sources }: TestPortfolio,
  { plan, captions: seed, carriedOver, sourcesStand, adjusted }: Layout,
): TestColumn[] {
  const group = pick(CAPTIONS.planned, seed);
  const total = pick(CAPTIONS.total, seed);
  const parts = sources.map((source, i): TestColumn => ({ key: `planned:${i}`, path: [group, source] }));
  const keys = parts.map((part) => part.key);
  if (carriedOver === 'in-group') {
    const own: TestColumn[] =
      plan === 'total' ? [{ key: 'planned', path: [group, pick(CAPTIONS.thisYear, seed)] }] : parts;
    return [
      { key: 'plannedAll', path: [group, total], sum: ['carriedPlanned', ...own.map((c) => c.key)] },
      { key: 'carriedPlanned', path: [group, pick(CAPTIONS.carriedChild, seed)] },
      ...own,
    ];
  }
  const carried: TestColumn[] =
    carriedOver === 'separate'
      ? [{ key: 'carriedPlanned', path: [pick(CAPTIONS.carriedPlanned, seed)] }]
      : [];
  if (plan === 'total') return [...carried, ...adjustedPlan(adjusted, group, seed)];
  if (plan === 'sources') return [...carried, ...parts];
  return [
    ...carried,
    ...withSources({ key: 'planned', path: [group, total], sum: keys }, parts, sourcesStand),
  ];
}

/** "Kế hoạch đã giao | Tăng | Giảm | Kế hoạch sau điều chỉnh", or the plan alone. */
function adjustedPlan(adjusted: Layout['adjusted'], group: string, seed: number): TestColumn[] {
  if (adjusted === 'none') return [{ key: 'planned', path: [group] }];
  const column = (key: 'planBefore' | 'planIncrease' | 'planDecrease' | 'planNet'): TestColumn => ({
    key,
    path: [pick(CAPTIONS[key], seed)],
  });
  return [
    column('planBefore'),
    ...(adjusted === 'net' ? [column('planNet')] : [column('planIncrease'), column('planDecrease')]),
    { key: 'planned', path: [pick(CAPTIONS.planAfter, seed)] },
  ];
}

/** A total and its sources: under one caption, or "Kế hoạch vốn | NS tỉnh | NS huyện" in one row of captions. */
function withSources(
  total: TestColumn,
  parts: readonly TestColumn[],
  stand: Layout['sourcesStand'],
): TestColumn[] {
  if (stand === 'grouped') return [total, ...parts];
  const of = stand === 'beside' ? '' : 'Trong đó: ';
  return [
    { ...total, path: total.path.slice(0, 1) },
    ...parts.map((part) => ({ ...part, path: [`${of}${part.path.at(-1) ?? ''}`] })),
  ];
}

function spentColumns(
  { sources }: TestPortfolio,
  { spent, captions: seed, carriedOver, date, recovered, sourcesStand, returned }: Layout,
): TestColumn[] {
  const bare = pick(CAPTIONS.disbursed, seed);
  const group = date === 'caption' ? `${bare} đến 21/6/2023` : bare;
  const total = pick(CAPTIONS.total, seed);
  const components: TestColumn[] = [
    { key: 'completed', path: [group, pick(CAPTIONS.completed, seed)] },
    ...(recovered
      ? [
          { key: 'advanceGross', path: [group, 'Tạm ứng'] },
          { key: 'recovered', path: [group, pick(CAPTIONS.recovered, seed)] },
        ]
      : [{ key: 'advance', path: [group, pick(CAPTIONS.advance, seed)] }]),
  ];
  if (carriedOver === 'in-group')
    return [
      { key: 'disbursedAll', path: [group, total], sum: ['disbursed', 'carriedDisbursed'] },
      { key: 'disbursed', path: [group, pick(CAPTIONS.thisYear, seed)] },
      { key: 'carriedDisbursed', path: [group, pick(CAPTIONS.carriedChild, seed)] },
    ];
  const carried: TestColumn[] =
    carriedOver === 'separate'
      ? [{ key: 'carriedDisbursed', path: [pick(CAPTIONS.carriedDisbursed, seed)] }]
      : [];
  switch (spent) {
    case 'total':
      return [
        { key: returned === 'in' ? 'disbursedGross' : 'disbursed', path: [group] },
        ...(returned === 'none' ? [] : [{ key: 'returned', path: [pick(CAPTIONS.returned, seed)] }]),
        ...carried,
      ];
    case 'parts':
      return [...components, ...carried];
    case 'sources': {
      const parts = sources.map((source, i): TestColumn => ({
        key: `disbursed:${i}`,
        path: [group, source],
      }));
      const whole = { key: 'disbursed', path: [group, total], sum: parts.map((p) => p.key) };
      return [...withSources(whole, parts, sourcesStand), ...carried];
    }
    default:
      return [
        {
          key: 'disbursed',
          path: [group, total],
          ...(recovered ? {} : { sum: ['completed', 'advance'] }),
        },
        ...components,
        ...carried,
      ];
  }
}

function withUnits(columns: TestColumn[], { unit }: TestPortfolio, layout: Layout): TestColumn[] {
  if (layout.unitPlace !== 'columns' && layout.unitPlace !== 'group') return columns;
  const suffix = ` (${unitWord(unit, layout)})`;
  return columns.map((column) => {
    if (!isAmountColumn(column) || column.key === 'unknown-number') return column;
    const at = layout.unitPlace === 'group' ? 0 : column.path.length - 1;
    return { ...column, path: column.path.map((caption, i) => (i === at ? caption + suffix : caption)) };
  });
}

const UMBRELLA = 'Tình hình thực hiện kế hoạch vốn đầu tư công năm 2023';

/** Writes the header block and gives the first row below it. */
export function writeHeader(
  sheet: SheetBuilder,
  columns: readonly TestColumn[],
  top: number,
  layout: Layout,
): number {
  const paths = columns.map((column) => umbrella(column, layout));
  const depth = Math.max(...paths.map((path) => path.length));
  paths.forEach((path, i) => {
    const column = layout.left + i;
    path.forEach((caption, level) => {
      const sameGroup =
        level < path.length - 1 &&
        i > 0 &&
        paths[i - 1]?.slice(0, level + 1).join('|') === path.slice(0, level + 1).join('|');
      if (sameGroup) return;
      sheet.set(top + level, column, caption, { bold: layout.bold });
      if (layout.headerStyle !== 'merged') return;
      if (level === path.length - 1) sheet.merge(top + level, column, top + depth - 1, column);
      else {
        let right = i;
        const prefix = path.slice(0, level + 1).join('|');
        while (
          paths[right + 1]?.slice(0, level + 1).join('|') === prefix &&
          (paths[right + 1]?.length ?? 0) > level + 1
        )
          right += 1;
        sheet.merge(top + level, column, top + level, layout.left + right);
      }
    });
  });
  return top + depth + writeNumbers(sheet, columns, top + depth, layout);
}

/** Plan and disbursement under one more caption, which says both words. */
function umbrella(column: TestColumn, layout: Layout): readonly string[] {
  const inside = /^(planned|carried|disbursed|completed|advance)/.test(column.key);
  return layout.extraHeaderRow && inside && layout.headerStyle === 'merged' && !hasExtrasBetween(layout)
    ? [UMBRELLA, ...column.path]
    : column.path;
}

const hasExtrasBetween = ({ extras }: Layout): boolean =>
  extras.includes('week') || extras.includes('previous');

function writeNumbers(
  sheet: SheetBuilder,
  columns: readonly TestColumn[],
  row: number,
  layout: Layout,
): number {
  if (layout.columnNumbers === 'none') return 0;
  const numberOf = (key: string): number => columns.findIndex((c) => c.key === key) + 1;
  columns.forEach((column, i) => {
    const number = i + 1;
    const bracket = (n: number): string => `(${n})`;
    let text: string | number = bracket(number);
    if (layout.columnNumbers === 'plain') text = number;
    if (layout.columnNumbers === 'letters') text = i < 2 ? String.fromCharCode(65 + i) : String(i - 1);
    if (layout.columnNumbers === 'formulas' && column.sum?.every((key) => numberOf(key) > 0))
      text = `${bracket(number)}=${column.sum.map((key) => bracket(numberOf(key))).join('+')}`;
    if (layout.columnNumbers === 'formulas' && column.ratio?.every((key) => numberOf(key) > 0))
      text = `${bracket(number)}=${bracket(numberOf(column.ratio[0]))}/${bracket(numberOf(column.ratio[1]))}`;
    sheet.set(row, layout.left + i, text);
  });
  return 1;
}
