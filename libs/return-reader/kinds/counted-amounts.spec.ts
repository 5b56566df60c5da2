import fc from 'fast-check';
import type { LineField } from '../model/reading';
import type { TableRow } from '../rows/table-row';
import { type LineAmount, NOTHING } from '../table/line-amount';
import type { Line } from '../table/lines';
import { CountedAmounts } from './counted-amounts';

const ROWS = [{}, {}, {}] as TableRow[];
const isZeroByIdentity = ({ dong, derived }: LineAmount): boolean => dong === 0n && derived;

const amount = fc
  .record({ dong: fc.constantFrom(null, 0n, 0n, 5n, 7n), derived: fc.boolean() })
  .map((given): LineAmount => ({ ...NOTHING, ...given }));
const source = fc.constantFrom(undefined, 'tinh', 'huyen').map((code) => code && { code, label: code });
const line = fc
  .record({
    planType: fc.constantFrom('current-year', 'carried-over'),
    source,
    row: fc.constantFrom(...ROWS),
    amounts: fc.dictionary(fc.constantFrom<LineField>('planned', 'disbursed'), amount, { minKeys: 1 }),
  })
  .map(({ amounts, ...given }) => ({ ...given, amounts: new Map(Object.entries(amounts)) }) as Line);
const rowOf = ({ row }: Line): number => ROWS.indexOf(row);
/** As `linesOf` makes them: row after row, each with one line of a plan type and source. */
const lines = fc
  .uniqueArray(line, {
    selector: (one) => `${one.planType} ${one.source?.code ?? ''} ${rowOf(one)}`,
    maxLength: 10,
  })
  .map((all) => all.toSorted((a, b) => rowOf(a) - rowOf(b)));

/** The rule, said of two lines. */
function countsTwice(a: Line, b: Line, saysNothing: (one: LineAmount) => boolean): boolean {
  if (a.row === b.row || a.planType !== b.planType) return false;
  if (a.source && b.source && a.source.code !== b.source.code) return false;
  const isNothing = (one: LineAmount) =>
    saysNothing(one) || (one.dong === 0n && a.source?.code !== b.source?.code);
  return [...b.amounts].some(([field, one]) => {
    const other = a.amounts.get(field);
    return other !== undefined && !isNothing(other) && !isNothing(one);
  });
}

describe('what another line of a project would count twice', () => {
  it.each<[string, (one: LineAmount) => boolean]>([
    ['where a blank cell is a zero that says nothing', isZeroByIdentity],
    ['where every zero says something', () => false],
  ])('is found as if it were held against each line before it, %s', (_, saysNothing) => {
    fc.assert(
      fc.property(lines, (all) => {
        const counted = new CountedAmounts<Line>(saysNothing);
        all.forEach((one, i) => {
          expect(counted.firstOf(one)).toBe(
            all.slice(0, i).find((other) => countsTwice(other, one, saysNothing)),
          );
          counted.add(one, one);
        });
      }),
    );
  });

  it('may be asked of one field alone', () => {
    const [row, other] = ROWS as [TableRow, TableRow];
    const of = (at: TableRow, field: LineField): Line => ({
      planType: 'current-year',
      source: undefined,
      row: at,
      amounts: new Map([[field, { ...NOTHING, dong: 5n }]]),
    });
    const counted = new CountedAmounts<string>(() => false, ['planned']);
    counted.add(of(row, 'disbursed'), 'disbursed');
    expect(counted.firstOf(of(other, 'disbursed'))).toBeUndefined();
    counted.add(of(row, 'planned'), 'planned');
    expect(counted.firstOf(of(other, 'planned'))).toBe('planned');
  });
});
