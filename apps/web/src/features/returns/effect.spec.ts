import { effectOf } from './answers';

const row = {
  projectId: null,
  code: '7795523',
  name: 'Đường trục chính',
  state: 'not-reported',
  before: '19064326000',
  after: null,
  change: null,
  planned: null,
  plannedStated: null,
  rate: null,
  unchangedWeeks: null,
  cell: { sheet: 'Giải ngân', cell: 'E15' },
} as const;
const none = { projects: 0, before: null, after: null } as const;
const seen = {
  preview: {
    sections: [
      {
        kind: 'disbursement',
        before: '212280469000',
        after: '129694929000',
        change: null,
        rows: [row],
        missing: none,
        unchanged: none,
      },
    ],
  },
} as const;
const question = { asks: 'amount', sheet: 'Giải ngân', cell: 'E15' };

describe('what a choice does to the return', () => {
  it('is the sum with it, and how far the project moves', () => {
    expect(effectOf(seen, question, { label: '14.990.000.000 đồng' })).toEqual({
      total: '144684929000',
      change: '-4074326000',
    });
  });

  it('is not given where the cell is no part of the sum, or the choice no amount', () => {
    expect(effectOf(seen, { ...question, cell: 'D15' }, { label: '1.000 đồng' })).toBeUndefined();
    expect(effectOf(seen, question, { label: 'Bỏ qua dòng này' })).toBeUndefined();
    expect(effectOf({ preview: null }, question, { label: '1.000 đồng' })).toBeUndefined();
  });
});
