import { nextMilestone } from './plan-year';

const MILESTONES = [
  { on: '2023-03-31', percent: 20 },
  { on: '2023-06-30', percent: 45 },
  { on: '2024-01-31', percent: 95 },
];

describe('the next milestone', () => {
  it('is the one whose day has not passed', () => {
    expect(nextMilestone('2023-06-30', MILESTONES)?.percent).toBe(45);
    expect(nextMilestone('2023-07-01', MILESTONES)?.percent).toBe(95);
    expect(nextMilestone('2024-02-01', MILESTONES)?.percent).toBe(95);
  });
});
