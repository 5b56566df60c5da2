import fc from 'fast-check';
import { addDays, firstDayOfWeek, plainDate } from '@thongvon/kernel';
import { line, project, weekFacts } from '../testing/week-facts';
import { evaluateRules } from './evaluate-rules';
import { belowQuarterTarget } from './rules/below-quarter-target';

const WEEK = plainDate('2023-07-13');

describe('what rules about pace find by old figures', () => {
  it('names the day of the figures exactly where they are older than the reporting week', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }), (a, b) => {
        const [mine, other] = [addDays(WEEK, -a), addDays(WEEK, -b)];
        const now = weekFacts(WEEK, [
          project('a', [line(100n, 1n, { asOf: mine })], 'board'),
          project('b', [line(100n, 1n, { asOf: other })], 'commune'),
        ]);
        const found = evaluateRules([belowQuarterTarget], [{ now, before: [] }], []);
        const newest = mine > other ? mine : other;
        for (const [id, on] of [
          ['a', mine],
          ['b', other],
          ['district', newest],
        ] as const) {
          const text = found.find(({ subject }) => subject.id === id)?.texts[0] ?? '';
          expect([id, text.includes('Số liệu cũ từ ngày')]).toEqual([id, on < firstDayOfWeek(WEEK)]);
        }
      }),
    );
  });
});
