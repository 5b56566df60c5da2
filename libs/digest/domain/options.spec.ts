import fc from 'fast-check';
import type { StandingAlert } from '@thongvon/alerts';
import { addDays, type Dong, lastDay, sumDong } from '@thongvon/kernel';
import { groundsOf, outlookOf } from '@thongvon/reallocation';
import type { FrozenProject } from '@thongvon/snapshots';
import { blocker, BOARD, COMMUNE, frozenWeek, project, WEEK } from '../testing/frozen-weeks';
import type { Decision } from './decision';
import { makeDigest } from './make-digest';
import { optionTexts, partsTexts } from './messages/option-texts';

const TY = 1_000_000_000n;

/** A project of these sources, by what each plans and what is disbursed of all, which nobody splits where there are several. */
function ofSources(
  id: string,
  planned: Readonly<Record<string, Dong>>,
  disbursed: Dong,
  more: Partial<FrozenProject> = {},
): FrozenProject {
  const [line] = project(id, 0n, disbursed).lines;
  if (!line) throw new Error('no line');
  const sources = Object.entries(planned);
  const lines =
    sources.length === 1
      ? sources.map(([source, plan]) => ({ ...line, source, planned: plan }))
      : [
          ...sources.map(([source, plan]) => ({ ...line, source, planned: plan, disbursed: null })),
          { ...line, source: 'unspecified', planned: null },
        ];
  return project(id, 0n, disbursed, { ...more, lines });
}

interface Given {
  readonly projects: readonly FrozenProject[];
  /** Disbursed 28 days before. */
  readonly before: Readonly<Record<string, Dong>>;
  readonly blocked?: Readonly<Record<string, string>>;
  readonly paidBefore?: Readonly<Record<string, Dong>>;
}

function decide({ projects, before, blocked = {}, paidBefore = {} }: Given): readonly Decision[] {
  const grounds = Object.entries(before).map(([projectId, disbursed]) => ({
    ...{ projectId, disbursed, planYear: 2023, asOf: addDays(WEEK, -29) },
  }));
  const alerts = projects.map(({ id }): StandingAlert => ({
    ...{
      rule: 'cannot-be-spent',
      title: '',
      planYear: 2023,
      organizationId: BOARD,
      organization: 'Ban QLDA',
    },
    ...{ projectId: id, blockerId: null, ofClearance: false, amount: TY, openedOn: WEEK },
    ...{ text: '', textEn: '', reopened: null, reopenedEn: null },
  }));
  const blockers = Object.entries(blocked).map(([id, due]) => blocker(`b-${id}`, id, due));
  const now = frozenWeek(projects, { blockers });
  return makeDigest(
    { now, previous: null, earlier: [], alerts, grounds, paidBefore: new Map(Object.entries(paidBefore)) },
    null,
  ).decisions;
}

const moveOf = (decisions: readonly Decision[], id: string) =>
  decisions
    .find((one) => one.project.id === id)
    ?.options.find(({ kind }) => kind === 'move')
    ?.receivers.map(({ project: { id: to }, source, amount, room }) => [to, source.code, amount, room]);

describe('what can be done about an item', () => {
  // 28 days of pace and 224 days until 31/01: what was disbursed in them comes eight times more.
  const slow = ofSources('slow', { province: 100n }, 4n);
  const fast = (id: string, more: Partial<FrozenProject> = {}) => ofSources(id, { province: 60n }, 20n, more);

  it('moves what will not be spent to those of the same source who can spend more than their plan', () => {
    const decisions = decide({ projects: [slow, fast('fast')], before: { slow: 3n, fast: 10n } });
    // slow spends 8 of 96; fast could spend 80 and has 40 left.
    expect(moveOf(decisions, 'slow')).toEqual([['fast', 'province', 40n, 40n]]);
    expect(decisions.find(({ project: { id } }) => id === 'slow')).toMatchObject({ unplaced: 48n });
  });

  it('never to another whole, to who is blocked, to who has spent his plan, nor of another source', () => {
    const others = [
      fast('away', { organizationId: COMMUNE }),
      fast('blocked'),
      ofSources('done', { province: 20n }, 20n),
      ofSources('other', { district: 60n }, 20n),
    ];
    const before = { slow: 3n, away: 10n, blocked: 10n, done: 10n, other: 10n };
    const decisions = decide({ projects: [slow, ...others], before, blocked: { blocked: '2023-07-30' } });
    expect(moveOf(decisions, 'slow')).toBeUndefined();
  });

  it('holds who takes to the total investment where that is known', () => {
    const held = (paidBefore?: Dong, totalInvestment = 100n) =>
      decide({
        projects: [slow, fast('fast', { totalInvestment })],
        before: { slow: 3n, fast: 10n },
        ...(paidBefore === undefined ? {} : { paidBefore: { fast: paidBefore } }),
      })
        .find(({ project: { id } }) => id === 'slow')
        ?.options.find(({ kind }) => kind === 'move')?.receivers[0];
    expect(held()).toMatchObject({ amount: 40n, isInvestmentKnown: false });
    // It is an upper bound where nobody knows what was paid before.
    expect(held(undefined, 70n)).toMatchObject({ amount: 10n, isInvestmentKnown: false });
    expect(held(25n)).toMatchObject({ amount: 15n, room: 15n, isInvestmentKnown: true });
    expect(held(50n)).toBeUndefined();
  });

  it('takes of a source no more than must remain in it, however what nobody splits was spent', () => {
    const two = ofSources('two', { province: 50n, district: 10n }, 20n);
    const decisions = decide({ projects: [two, fast('fast')], before: { two: 19n, fast: 10n } });
    // 32 won't be spent; at least 30 of 50 remain in province.
    expect(moveOf(decisions, 'two')).toEqual([['fast', 'province', 30n, 40n]]);
  });

  it('asks whether to go on only where people have kept it up for long', () => {
    const kinds = (due: string, description: string) => {
      const now = frozenWeek([slow], {
        blockers: [blocker('b', 'slow', due, { cause: 'unclassified', description })],
      });
      const alert: StandingAlert = {
        ...{ rule: 'blocker-overdue', title: '', planYear: null, organizationId: BOARD, organization: 'Ban' },
        ...{ projectId: 'slow', blockerId: 'b', ofClearance: true, amount: TY, openedOn: WEEK },
        ...{ text: '', textEn: '', reopened: null, reopenedEn: null },
      };
      const digest = makeDigest({ now, previous: null, earlier: [], alerts: [alert] }, null);
      return digest.decisions[0]?.options.map(({ kind }) => kind);
    };
    expect(kinds('2023-06-01', 'Các hộ dân không đồng thuận')).toContain('continue-or-stop');
    expect(kinds('2023-06-15', 'Các hộ dân không đồng thuận')).not.toContain('continue-or-stop');
    expect(kinds('2023-05-01', 'Chưa di dời đường điện 22 kV')).not.toContain('continue-or-stop');
  });
});

describe('options, whatever the week', () => {
  const amount = fc.bigInt({ min: 0n, max: 1000n });
  const ids = ['p0', 'p1', 'p2', 'p3', 'p4'];
  const week = fc
    .tuple(
      ...ids.map((id) =>
        fc.record({
          id: fc.constant(id),
          province: amount,
          district: fc.option(amount),
          disbursed: amount,
          gained: amount,
          totalInvestment: fc.option(fc.bigInt({ min: 0n, max: 3000n })),
          paidBefore: fc.option(amount),
          due: fc.option(fc.integer({ min: -40, max: 40 })),
        }),
      ),
    )
    .map((all) => ({
      projects: all.map(({ id, province, district, disbursed, totalInvestment }) =>
        ofSources(id, district === null ? { province } : { province, district }, disbursed, {
          totalInvestment,
        }),
      ),
      before: Object.fromEntries(
        all.map(({ id, disbursed, gained }) => [id, disbursed > gained ? disbursed - gained : 0n]),
      ),
      blocked: Object.fromEntries(
        all.flatMap(({ id, due }) => (due === null ? [] : [[id, addDays(WEEK, due) as string]])),
      ),
      paidBefore: Object.fromEntries(
        all.flatMap(({ id, paidBefore }) => (paidBefore === null ? [] : [[id, paidBefore]])),
      ),
    }));

  it('split what the project has left, and none of it is lost or made', () => {
    fc.assert(
      fc.property(week, (given) => {
        for (const { outlook, options } of decide(given))
          for (const { parts, receivers } of options) {
            if (parts === null) continue;
            const { spent, moved, unspent } = parts;
            expect(spent + moved + unspent).toBe(outlook.remaining);
            expect([spent, moved, unspent].every((part) => part >= 0n)).toBe(true);
            expect(sumDong(receivers.map(({ amount: taken }) => taken)) ?? 0n).toBe(moved);
          }
      }),
    );
  });

  it('never take more of anybody than he can spend and may cost, whichever option each item gets', () => {
    fc.assert(
      fc.property(week, (given) => {
        const decisions = decide(given);
        const taken = new Map<string, Dong>();
        for (const { options } of decisions) {
          const largest = options.toSorted((a, b) =>
            Number((b.parts?.moved ?? 0n) - (a.parts?.moved ?? 0n)),
          )[0];
          for (const {
            project: { id },
            amount: part,
          } of largest?.receivers ?? [])
            taken.set(id, (taken.get(id) ?? 0n) + part);
        }
        const grounds = groundsOf(
          Object.entries(given.before).map(([projectId, disbursed]) => ({
            ...{ projectId, disbursed, planYear: 2023, asOf: addDays(WEEK, -29) },
          })),
          2023,
        );
        for (const one of frozenWeek(given.projects).projects) {
          const sum = taken.get(one.id);
          if (sum === undefined) continue;
          expect(one.id in given.blocked).toBe(false);
          const { remaining, planned, pace } = outlookOf(one, grounds, { week: WEEK, planYear: 2023 });
          const days = BigInt((Date.parse(lastDay(2023)) - Date.parse(pace.to ?? '')) / 86_400_000);
          expect((pace.change ?? 0n) * days >= (sum + (remaining ?? 0n)) * BigInt(pace.days ?? 1)).toBe(true);
          const paid = given.paidBefore[one.id] ?? 0n;
          if (one.totalInvestment !== null && sum > 0n)
            expect(paid + (planned ?? 0n) + sum <= one.totalInvestment).toBe(true);
        }
      }),
    );
  });

  it('are said in both languages', () => {
    fc.assert(
      fc.property(week, (given) => {
        for (const decision of decide(given))
          for (const option of decision.options)
            for (const text of [...optionTexts(decision, option), ...partsTexts(option)])
              expect(text).toMatch(/^\S(?!.*(null|undefined|NaN| {2}))/);
      }),
    );
  });
});
