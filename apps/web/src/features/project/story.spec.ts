import type { ProvenanceView } from '@thongvon/contracts';
import { decisionsOf, toldOf } from './story';

type Plan = ProvenanceView['plans'][number];
type Figure = ProvenanceView['figures'][number];

const from = (id: string): Plan['return'] => ({
  id,
  fileName: 'bao-cao.xlsx',
  organization: 'Ban Quản lý dự án',
  receivedAt: '2023-06-21T09:00:00Z',
  submittedBy: null,
  approvedAt: null,
  approvedBy: null,
});
const cell = (name: string) => ({ sheet: 'Giải ngân', cell: name });
const source = (code: string) => ({ code, label: code });

const plan = (decision: string, on: string, code: string, amount: string): Plan => ({
  decision,
  decidedOn: on,
  effectiveOn: on,
  planType: 'current-year',
  source: source(code),
  amount,
  cell: cell('F9'),
  inForce: true,
  return: from(decision),
});

const figure = (asOf: string, id: string, code: string, disbursed: string): Figure => ({
  asOf,
  basis: 'reported',
  planType: 'current-year',
  source: source(code),
  disbursed,
  completed: null,
  advance: null,
  cells: { disbursed: cell('I23') },
  inForce: true,
  return: from(id),
});

describe('decisions on a project', () => {
  it('are summed over sources; what a decision does not name stays as it was', () => {
    const plans = [
      plan('9188', '2023-05-19', 'district', '18'),
      plan('9001', '2022-12-15', 'district', '20'),
      plan('9001', '2022-12-15', 'land', '15'),
    ];
    expect(decisionsOf(plans)).toEqual([
      { number: '9001', on: '2022-12-15', total: 35n, change: null },
      { number: '9188', on: '2023-05-19', total: 33n, change: -2n },
    ]);
  });

  it('leave out what was carried over from last year', () => {
    const carried: Plan = { ...plan('9001', '2022-12-15', 'land', '15'), planType: 'carried-over' };
    expect(decisionsOf([carried])).toEqual([]);
  });
});

describe('what was told of a project', () => {
  it('comes day by day, oldest first, with its cell', () => {
    const told = toldOf([figure('2023-06-21', 'b', 'all', '7'), figure('2023-06-14', 'a', 'all', '6')]);
    expect(told.map(({ asOf, disbursed }) => [asOf, disbursed])).toEqual([
      ['2023-06-14', 6n],
      ['2023-06-21', 7n],
    ]);
    expect(told[0]?.cell).toEqual(cell('I23'));
  });

  it('is the sum of its sources, and of two returns for a day the newer alone', () => {
    const told = toldOf([
      figure('2023-06-21', 'corrected', 'district', '4'),
      figure('2023-06-21', 'corrected', 'land', '3'),
      figure('2023-06-21', 'first', 'all', '9'),
    ]);
    expect(told).toEqual([{ asOf: '2023-06-21', disbursed: 7n, returnId: 'corrected', cell: undefined }]);
  });

  it('is only what the owner says, not the Treasury', () => {
    const treasury: Figure = { ...figure('2023-06-21', 'b', 'all', '7'), basis: 'treasury' };
    expect(toldOf([treasury])).toEqual([]);
  });
});
