import fc from 'fast-check';
import { TASK_ACTS, TASK_STATES, type TaskAct } from '@thongvon/api-contract';
import { addDays, plainDate } from '@thongvon/kernel';
import {
  canFollow,
  countedAs,
  countTasks,
  isTaskOverdue,
  standingOf,
  type TaskEvent,
  type TaskStanding,
} from './task-state';

const RUNS = { numRuns: Number(process.env['RUNS'] ?? 200) };
const START = plainDate('2023-06-16');

interface Tried {
  readonly act: TaskAct;
  readonly days: number;
  readonly actor: string;
}

const tried = fc.array(
  fc.record({
    act: fc.constantFrom(...TASK_ACTS),
    days: fc.integer({ min: 0, max: 20 }),
    actor: fc.constantFrom('a', 'b', 'c'),
  }),
  { maxLength: 30 },
);

const eventOf = (type: TaskEvent['type'], nth: number, { days, actor }: Omit<Tried, 'act'>): TaskEvent => ({
  type,
  at: new Date(Date.UTC(2023, 5, 16) + nth * 3_600_000),
  actorId: actor,
  text: `${type} ${nth}`,
  due: type === 'given' || type === 'due-proposed' || type === 'due-moved' ? addDays(START, days) : null,
});

/** Does each act that can follow; what can't is refused and leaves no entry. */
function play(acts: readonly Tried[]): TaskEvent[] {
  const events = [eventOf('given', 0, { days: 7, actor: 'a' })];
  for (const each of acts) {
    const standing = standingOf(events);
    if (standing && canFollow(standing, each.act)) events.push(eventOf(each.act, events.length, each));
  }
  return events;
}

const last = (events: readonly TaskEvent[]): TaskStanding => {
  const standing = standingOf(events);
  if (!standing) throw new Error('nothing was given');
  return standing;
};

describe('a task', () => {
  it('is not there before it is given, and begins assigned', () => {
    expect(standingOf([])).toBeUndefined();
    expect(last(play([]))).toMatchObject({ state: 'assigned', due: '2023-06-23', dueMoves: 0 });
  });

  it('goes the long way: accepted, reported, sent back, reported, confirmed', () => {
    const acts = ['accepted', 'reported', 'sent-back', 'reported', 'confirmed'] as const;
    const standing = last(play(acts.map((act) => ({ act, days: 0, actor: 'b' }))));
    expect(standing).toMatchObject({ state: 'confirmed', reportedBy: 'b', lastText: 'confirmed 5' });
    expect(standing.endedAt).not.toBeNull();
  });

  it('stands the same whenever its history is replayed, and at every instant as it stood then', () => {
    fc.assert(
      fc.property(tried, fc.nat(), (acts, cut) => {
        const events = play(acts);
        expect(standingOf(events)).toEqual(standingOf(structuredClone(events)));
        const then = events.slice(0, 1 + (cut % events.length));
        const known = events.filter(({ at }) => at <= (then.at(-1)?.at ?? new Date(0)));
        expect(standingOf(known)).toEqual(standingOf(then));
      }),
      RUNS,
    );
  });

  it('is done once: what was done can’t be done again at once, and nothing follows an end', () => {
    fc.assert(
      fc.property(tried, (acts) => {
        const events = play(acts);
        const standing = last(events);
        const type = events.at(-1)?.type;
        if (type !== undefined && type !== 'given' && type !== 'due-proposed' && type !== 'due-moved')
          expect(canFollow(standing, type)).toBe(false);
        const ends = events.filter((event) => event.type === 'confirmed' || event.type === 'withdrawn');
        expect(ends.length).toBe(standing.endedAt === null ? 0 : 1);
        if (standing.endedAt !== null)
          expect(TASK_ACTS.filter((act) => canFollow(standing, act))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('is confirmed only after a report, and withdrawn only while nobody took it on', () => {
    fc.assert(
      fc.property(tried, (acts) => {
        const types = play(acts).map(({ type }) => type);
        const confirmed = types.indexOf('confirmed');
        if (confirmed >= 0) expect(types[confirmed - 1]).toBe('reported');
        const withdrawn = types.indexOf('withdrawn');
        if (withdrawn >= 0) expect(types.slice(0, withdrawn)).not.toContain('accepted');
      }),
      RUNS,
    );
  });

  it('keeps its first date, and counts each time that it was moved', () => {
    fc.assert(
      fc.property(tried, (acts) => {
        const events = play(acts);
        const moved = events.filter(({ type }) => type === 'due-moved');
        const { firstDue, due, dueMoves } = last(events);
        expect([firstDue, due, dueMoves]).toEqual([
          '2023-06-23',
          moved.at(-1)?.due ?? '2023-06-23',
          moved.length,
        ]);
      }),
      RUNS,
    );
  });

  it('refuses a history that can’t be', () => {
    const given = eventOf('given', 0, { days: 7, actor: 'a' });
    expect(() => standingOf([given, eventOf('confirmed', 1, { days: 0, actor: 'a' })])).toThrow();
    expect(() => standingOf([eventOf('accepted', 0, { days: 0, actor: 'a' })])).toThrow();
  });
});

describe('overdue', () => {
  const due = plainDate('2023-06-23');

  it('begins the day after the date, while the office has not reported', () => {
    expect(isTaskOverdue({ state: 'assigned', due }, due)).toBe(false);
    expect(isTaskOverdue({ state: 'assigned', due }, plainDate('2023-06-24'))).toBe(true);
    expect(isTaskOverdue({ state: 'accepted', due }, plainDate('2023-06-24'))).toBe(true);
    for (const state of ['reported', 'confirmed', 'refused', 'withdrawn'] as const)
      expect(isTaskOverdue({ state, due }, plainDate('2023-07-24'))).toBe(false);
  });

  it('leaves each task in just one of the counts, whose sum is what was given', () => {
    const task = fc.record({
      state: fc.constantFrom(...TASK_STATES),
      due: fc.integer({ min: 0, max: 30 }).map((days) => addDays(START, days)),
    });
    fc.assert(
      fc.property(fc.array(task), fc.integer({ min: 0, max: 40 }), (tasks, days) => {
        const day = addDays(START, days);
        const { given, withdrawn, ...parts } = countTasks(tasks, day);
        expect(parts.done + parts.doing + parts.overdue + parts.refused).toBe(given);
        expect(given + withdrawn).toBe(tasks.length);
        expect(parts.overdue).toBe(tasks.filter((each) => countedAs(each, day) === 'overdue').length);
      }),
      RUNS,
    );
  });
});
