import type { Decimal } from '@thongvon/kernel';
import { buildOutline, nestBySums } from './outline';
import { readOrdinal } from '../values/ordinal';
import { findProjects } from './projects';
import type { TableRow } from './table-row';

const ROWS = 60_000;
const DEEPEST = 64;

function row(index: number, { ordinal = '', figures = 2, label = `Đường số ${index % 50}` } = {}): TableRow {
  return {
    index,
    hidden: false,
    ordinal: readOrdinal(ordinal),
    label,
    fullLabel: label,
    labelCell: undefined,
    codeCell: undefined,
    source: '',
    planType: '',
    figures,
    bold: false,
    capitals: false,
    indent: 0,
    continues: undefined,
    named: true,
    ordinalInLabel: false,
    others: 0,
  };
}

const depthOf = ({ roots }: ReturnType<typeof buildOutline>): number => {
  let depth = 0;
  for (let level = roots; level.length > 0; level = level.flatMap(({ children }) => children)) depth += 1;
  return depth;
};

/** The row of every index, and how many projects such a table has. */
const FORMS: readonly (readonly [string, (i: number) => TableRow, number | undefined])[] = [
  ['of which only the first is numbered', (i) => row(i, { ordinal: i === 0 ? '1' : '' }), undefined],
  [
    'of which every other one is a heading',
    (i) => (i % 2 === 0 ? row(i, { figures: 0 }) : row(i, { ordinal: String(i) })),
    ROWS / 2,
  ],
  ['whose names are blank', (i) => row(i, { ordinal: i === 0 ? '1' : '', label: i === 0 ? 'Đường' : '' }), 1],
];

describe('a table of sixty thousand rows without codes', () => {
  it.each(FORMS)('%s is gone through, no deeper than people nest', (_form, rowOf, projects) => {
    const began = performance.now();
    const rows = Array.from({ length: ROWS }, (_, i) => rowOf(i));
    const outline = buildOutline(rows, () => undefined);
    const found = findProjects(outline, ({ figures }) => figures > 0);
    if (projects !== undefined) expect(found.projects).toHaveLength(projects);
    expect(depthOf(outline)).toBeLessThan(DEEPEST);
    // In a moment where nothing is looked at twice for every other row; minutes, or never, where it is.
    expect(performance.now() - began).toBeLessThan(30_000);
  });

  it('every second of which adds up those below it doubts that they nest so', () => {
    const of = (coefficient: bigint): Decimal => ({ coefficient, scale: 0 });
    const began = performance.now();
    const rows = Array.from({ length: ROWS }, (_, i) => [
      of(i % 2 === 0 ? 5n : 0n),
      of(i % 2 === 0 ? 5n : 0n),
    ]);
    const { depths } = nestBySums(
      rows,
      rows.map(() => 0),
    );
    expect(depths.reduce((a, b) => Math.max(a, b), 0)).toBeLessThan(DEEPEST);
    expect(performance.now() - began).toBeLessThan(30_000);
  });
});
