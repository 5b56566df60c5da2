import type { ListedReturnView } from '@thongvon/api-contract';
import { barrierOf, differencesFirst } from './weigh';

const NONE = { new: 0, missing: 0, fell: 0, unchanged: 0, grew: 0, 'not-reported': 0 };

function sent(id: string, projects: Partial<typeof NONE>, warning = 0, change = '0'): ListedReturnView {
  const section = {
    kind: 'disbursement',
    before: '0',
    after: change,
    change,
    projects: { ...NONE, ...projects },
  } as const;
  return {
    id,
    kinds: ['disbursement'],
    status: 'submitted',
    organization: { id, name: id },
    fileName: `${id}.xlsx`,
    asOf: '2023-06-21',
    planYear: 2023,
    coverage: 'full',
    receivedAt: '2023-06-22T09:00:00+07:00',
    submittedAt: null,
    approvedAt: null,
    supersededBy: null,
    reason: null,
    mayApprove: true,
    whyNotApprove: null,
    whyNotApproveEn: null,
    etag: '"1"',
    summary: {
      planned: null,
      disbursed: change,
      rate: null,
      sections: [section],
      findings: { error: 0, question: 0, warning, info: 0 },
    },
  };
}

describe('the queue of the review', () => {
  it('has first what fell or is missing, then what is worth a look, then what moves the most', () => {
    const order = differencesFirst([
      sent('quiet', { grew: 3 }, 0, '1000'),
      sent('large', { grew: 3 }, 0, '-5000'),
      sent('doubtful', { grew: 1 }, 4, '10'),
      sent('fell', { fell: 1, missing: 2 }, 0, '-1'),
    ]).map(({ id }) => id);
    expect(order).toEqual(['fell', 'doubtful', 'large', 'quiet']);
  });
});

describe('approving several returns at once', () => {
  const one = sent('a', {});
  const says = (more: object) => ({ ...one, summary: one.summary && { ...one.summary, ...more } });

  it('leaves out what another person approves, what takes a reason, and what registers projects', () => {
    expect(barrierOf(one)).toBeNull();
    expect(barrierOf({ ...one, mayApprove: false })).toBe('other');
    const beside = (isNewer: boolean) => [{ id: 'b', fileName: 'b.xlsx', isNewer }];
    expect(barrierOf({ ...one, alsoWaiting: beside(true) })).toBe('older');
    expect(barrierOf({ ...one, alsoWaiting: beside(false) })).toBeNull();
    expect(barrierOf(says({ lowers: true, registers: 0 }))).toBe('lowers');
    expect(barrierOf(says({ lowers: false, registers: 2 }))).toBe('registers');
    expect(barrierOf(says({ lowers: false, registers: 0 }))).toBeNull();
  });
});
