import { plainDate } from '@thongvon/kernel';
import type { Found } from './evaluate-rules';
import { effectsOf, settingsAsOf } from './replay';
import type { RuleSetting } from './rule-settings';

const WEEK = plainDate('2023-06-22');

describe('the settings that a change is tried with', () => {
  const setting = (effectiveFrom: string, q2: number): RuleSetting => ({
    rule: 'below-quarter-target',
    organizationId: null,
    planYear: null,
    source: null,
    effectiveFrom: plainDate(effectiveFrom),
    enabled: null,
    severity: null,
    thresholds: { q2 },
  });

  it('are those in force on its day, the later before the earlier whenever they were written', () => {
    const written = [setting('2023-07-01', 50), setting('2023-01-01', 40), setting('2024-01-01', 60)];
    const tried = settingsAsOf(written, plainDate('2023-07-10'), WEEK);
    expect(tried.map(({ effectiveFrom, thresholds }) => [effectiveFrom, thresholds['q2']])).toEqual([
      [WEEK, 40],
      [WEEK, 50],
    ]);
  });
});

describe('what a change does', () => {
  const found = (id: string, text: string): Found => ({
    rule: 'below-quarter-target',
    planYear: 2023,
    severity: 'warning',
    subject: { kind: 'project', id, name: id },
    organizationId: 'board',
    projectId: id,
    amount: null,
    numbers: {},
    texts: [text, text],
  });

  it('is reported by subject: what stays in its new words, what goes in its old ones', () => {
    const now = [found('a', 'a below 45'), found('b', 'b below 45')];
    const then = [found('b', 'b below 50'), found('c', 'c below 50')];
    expect(effectsOf(now, then).map(({ effect, found: { texts } }) => `${effect} ${texts[0]}`)).toEqual([
      'appears c below 50',
      'goes a below 45',
      'stays b below 50',
    ]);
  });
});
