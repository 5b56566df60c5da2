import fc from 'fast-check';
import { MAIL_OUTCOMES } from '@thongvon/api-contract';
import { MailSettings, whatFollows } from './deliver-mail';

const settings = new MailSettings();
const start = new Date('2023-06-23T00:00:00Z');
const MINUTE = 60_000;

describe('a mail, whatever becomes of its attempts,', () => {
  const outcomes = fc.array(fc.constantFrom(...MAIL_OUTCOMES), { minLength: 1, maxLength: 30 });

  /** Plays the outcomes one after another for as long as the mail is tried. */
  function play(course: readonly (typeof MAIL_OUTCOMES)[number][]) {
    let now = start;
    const tried = [];
    for (const outcome of course) {
      const unknownOutcomes = tried.filter((each) => each.outcome === 'unknown').length;
      const startedAt = now;
      const { state, dueAt } = whatFollows(
        outcome,
        { nth: tried.length + 1, startedAt, unknownOutcomes },
        now,
        settings,
      );
      tried.push({ outcome, state, startedAt, dueAt });
      if (dueAt === null) break;
      now = dueAt;
    }
    return tried;
  }

  it('is taken at most twice, and then only because nobody knew of the first time', () => {
    fc.assert(
      fc.property(outcomes, (course) => {
        const taken = play(course).filter(({ outcome }) => outcome === 'accepted' || outcome === 'unknown');
        expect(taken.length).toBeLessThanOrEqual(2);
        if (taken.length === 2) expect(taken[0]?.outcome).toBe('unknown');
      }),
    );
  });

  it('is tried until it is known to be taken or refused, or unknown twice', () => {
    fc.assert(
      fc.property(outcomes, (course) => {
        const tried = play(course);
        const unknown = tried.filter(({ outcome }) => outcome === 'unknown').length;
        const last = tried.at(-1);
        const over = last?.outcome === 'accepted' || last?.outcome === 'refused' || unknown === 2;
        expect(last?.dueAt === null).toBe(over);
        if (!over) expect(tried).toHaveLength(course.length);
      }),
    );
  });

  it('is not tried again sooner than half an hour after an unknown outcome', () => {
    const [first] = play(['unknown']);
    expect(first?.dueAt?.getTime()).toBe(start.getTime() + 30 * MINUTE);
  });

  it('waits at most ten minutes longer than a mail server that was away for half an hour', () => {
    const away = Array.from({ length: 20 }, () => 'deferred' as const);
    const again = play(away).find(({ startedAt }) => startedAt.getTime() >= start.getTime() + 30 * MINUTE);
    expect(again?.startedAt.getTime()).toBeLessThanOrEqual(start.getTime() + 40 * MINUTE);
  });
});
