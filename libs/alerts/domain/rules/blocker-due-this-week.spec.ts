import { plainDate } from '@thongvon/kernel';
import { situation, weekFacts } from '../../testing/week-facts';
import { blockerDueThisWeek } from './blockers';

const WEEK = '2023-06-22';

function firesFor(due: string, days = 7): boolean {
  const blocker = {
    id: 'b',
    projectId: 'p',
    projectName: 'p',
    organizationId: 'board',
    cause: 'unclassified' as const,
    responsibleUnit: null,
    due: plainDate(due),
    lastActionOn: plainDate(WEEK),
    capitalHeld: null,
  };
  const facts = { ...weekFacts(WEEK, []), blockers: [blocker] };
  return blockerDueThisWeek.evaluate(situation([facts], { days })).length > 0;
}

describe('a blocker that is due soon', () => {
  it('is one that is due by the day of the next letter, as on every page: Friday after next cut-off', () => {
    expect(['2023-06-21', '2023-06-22', '2023-06-30', '2023-07-01'].map((due) => firesFor(due))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('may be looked for further ahead, never less far', () => {
    expect(firesFor('2023-07-06', 14)).toBe(true);
    expect(firesFor('2023-06-30', 1)).toBe(true);
  });
});
