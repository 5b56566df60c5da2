import { DONG_PER_UNIT, formatDecimal, type AmountUnit, type Dong } from '@thongvon/kernel';
import type { TestPortfolio, TestProject } from './portfolio';
import type { Content, Style } from './sheet-builder';
import type { Layout } from './layout';

/** The amounts of a row, by what they are; null is blank. */
export type Amounts = ReadonlyMap<string, Dong | null>;

/** The amounts of a project, or of one of its sources. */
export function amountsOf(project: TestProject, portfolio: TestPortfolio, source?: number): Amounts {
  const step = DONG_PER_UNIT[portfolio.unit] / 10n ** BigInt(portfolio.decimals);
  const own = project.sources.map((s, i) => (source === undefined || source === i ? s : null));
  const sum = (of: (s: NonNullable<TestProject['sources'][number]>) => Dong): Dong =>
    own.reduce((total, s) => total + (s ? of(s) : 0n), 0n);
  const planned = sum((s) => s.planned);
  const completed = sum((s) => s.completed);
  const advance = sum((s) => s.advance);
  const disbursed = completed + advance;
  const first = source === undefined || source === project.sources.findIndex((s) => s !== null);
  const carried = first ? project.carriedOver : null;
  const part = (whole: Dong, by: bigint): Dong => (whole / by / step) * step;
  const investment = first ? project.totalInvestment : null;
  const amounts = new Map<string, Dong | null>([
    ['planned', planned],
    ['completed', completed],
    ['advance', advance],
    ['disbursed', disbursed],
    ['recovered', part(completed, 4n)],
    ['advanceGross', advance + part(completed, 4n)],
    ['carriedPlanned', carried?.planned ?? null],
    ['carriedDisbursed', carried?.disbursed ?? null],
    ['plannedAll', planned + (carried?.planned ?? 0n)],
    ['disbursedAll', disbursed + (carried?.disbursed ?? 0n)],
    ['investment', investment],
    ['allocated', investment === null ? null : part(investment, 2n)],
    ['medium-term', investment],
    ['week', part(disbursed, 10n)],
    ['month', part(disbursed, 4n)],
    ['previous', disbursed - part(disbursed, 10n)],
    ['estimate', planned],
    ['remaining', planned - disbursed],
    ['contract', planned * 2n],
    ['unknown-number', step * 7n],
    ['last-year', part(planned, 3n)],
  ]);
  own.forEach((s, i) => {
    amounts.set(`planned:${i}`, s?.planned ?? null);
    amounts.set(`disbursed:${i}`, s ? s.completed + s.advance : null);
  });
  return amounts;
}

export function sumAmounts(rows: readonly Amounts[]): Amounts {
  const sums = new Map<string, Dong | null>();
  for (const row of rows)
    for (const [key, amount] of row)
      sums.set(key, amount === null ? (sums.get(key) ?? null) : (sums.get(key) ?? 0n) + amount);
  return sums;
}

/** How a layout types an amount into a cell. `seed` varies cells of one column in a mixed layout. */
export function writeAmount(
  dong: Dong,
  { unit, decimals }: TestPortfolio,
  layout: Layout,
  seed: number,
): { content: Content; style: Style } {
  const style =
    layout.format === 'fixed' ? { format: decimals > 0 ? `#,##0.${'0'.repeat(decimals)}` : '#,##0' } : {};
  if (dong === 0n && layout.zero !== '0') return { content: layout.zero, style };
  const plain = formatDecimal({
    coefficient: (dong * 10n ** BigInt(decimals)) / DONG_PER_UNIT[unit],
    scale: decimals,
  });
  const typed = layout.numbers === 'mixed' ? (seed % 2 === 0 ? 'double' : 'text-comma') : layout.numbers;
  switch (typed) {
    case 'text-comma':
      return { content: grouped(plain, '.', ','), style: {} };
    case 'text-dot':
      return { content: grouped(plain, ',', '.'), style: {} };
    case 'text-unit':
      return { content: `${grouped(plain, '.', ',')} ${SUFFIX[unit]}`, style: {} };
    case 'formula':
      return { content: { formula: 'SUM(Z1:Z9)', saved: Number(plain) }, style };
    default:
      return { content: Number(plain), style };
  }
}

const SUFFIX: Readonly<Record<AmountUnit, string>> = {
  dong: 'đ',
  'thousand-dong': 'nghìn đồng',
  'million-dong': 'tr',
  'billion-dong': 'tỷ',
};

function grouped(plain: string, group: string, point: string): string {
  const [whole = '', fraction] = plain.split('.');
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return fraction === undefined ? digits : `${digits}${point}${fraction}`;
}
