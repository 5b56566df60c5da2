import type { AlertRuleId } from '@thongvon/api-contract';
import { plainDate } from '@thongvon/kernel';
import type { Found } from './evaluate-rules';
import { replay } from './replay';

const found = (rule: AlertRuleId, id: string): Found => ({
  rule,
  planYear: null,
  severity: 'warning',
  subject: { kind: 'blocker', id, name: `Dự án ${id}` },
  organizationId: 'board',
  projectId: 'p',
  amount: null,
  numbers: {},
  texts: [`${rule} ${id}`, ''],
});
const weeks = (...of: Found[][]) =>
  of.map((list, i) => ({ week: plainDate(`2023-06-${String(1 + 7 * i).padStart(2, '0')}`), found: list }));

describe('a replay of the rules over past weeks', () => {
  const due = found('blocker-due-this-week', 'a');
  const overdue = found('blocker-overdue', 'a');

  it('tells how many days before the fact a warning came', () => {
    const { rules, alerts } = replay(weeks([due], [due], [overdue]));
    expect(rules).toContainEqual({
      rule: 'blocker-due-this-week',
      raised: 1,
      stillOpen: 0,
      warnsOf: 'blocker-overdue',
      daysBefore: [14],
      unwarned: 0,
    });
    expect(alerts[0]).toMatchObject({ openedOn: '2023-06-01', closedOn: '2023-06-15', daysBefore: 14 });
  });

  it('counts facts without a warning, also those with a warning of something else or of the same week', () => {
    const other = found('blocker-due-this-week', 'b');
    const { rules } = replay(weeks([other], [due, overdue]));
    expect(rules[0]).toMatchObject({ rule: 'blocker-due-this-week', raised: 2, daysBefore: [], unwarned: 1 });
  });

  it('lets an alert that comes back be raised again', () => {
    const { rules } = replay(weeks([overdue], [], [overdue]));
    expect(rules).toMatchObject([{ rule: 'blocker-overdue', raised: 2, stillOpen: 1, warnsOf: null }]);
  });

  it('says nothing of no weeks', () => {
    expect(replay([])).toEqual({ weeks: [], rules: [], alerts: [] });
  });
});
