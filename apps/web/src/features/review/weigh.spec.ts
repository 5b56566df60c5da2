import type { ListedReturnView } from '@thongvon/contracts';
import { differencesFirst } from './weigh';

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
