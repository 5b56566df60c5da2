import fc from 'fast-check';
import type { Dong } from '@thongvon/kernel';
import { deskWeek, type GivenProject, WEEK } from '../testing/desk-week';
import { candidates, deskProjects, givable, sourceSums, takable } from './candidates';
import { declarationsFor, issuesOf, openIssues, type ProposalLine, sumOf } from './checks';
import { outlookOf } from './outlook';
import { Rooms } from './rooms';
import { whatIf } from './what-if';

const DAY = { week: WEEK, planYear: 2023 };
const line = (giverId: string, receiverId: string, amount: Dong, source = 'province'): ProposalLine => ({
  giverId,
  receiverId,
  source,
  amount,
});

// 28 days of pace and 224 days until 31/01: what was disbursed in them comes eight times more.
const slow: GivenProject = {
  id: 'slow',
  planned: { province: 100n },
  disbursed: { province: 4n },
  before: 3n,
};
const fast: GivenProject = {
  ...{ id: 'fast', planned: { province: 60n }, disbursed: { province: 20n }, before: 10n },
  ...{ totalInvestment: 120n, paidBefore: 10n },
};

const codesOf = (projects: readonly GivenProject[], lines: readonly ProposalLine[]): string[] =>
  issuesOf(deskProjects(deskWeek(projects)), lines).map(({ code, projectId }) => `${projectId} ${code}`);

describe('who could give or take capital', () => {
  it('gives what the forecast leaves, or what blockers hold, of a source what surely remains', () => {
    const projects = deskProjects(deskWeek([slow, fast, { ...fast, id: 'held', blocked: true }]));
    const [one, two, held] = ['slow', 'fast', 'held'].map((id) => projects.get(id));
    expect(one && [one.spare, givable(one, 'province'), takable(one, 'province')]).toEqual([88n, 88n, 0n]);
    expect(two && [two.spare, givable(two, 'province'), takable(two, 'province')]).toEqual([0n, 0n, 40n]);
    expect(held && [held.spare, givable(held, 'province'), takable(held, 'province')]).toEqual([
      40n,
      40n,
      0n,
    ]);
  });

  it('is listed with the largest amount first, and who is no candidate after all who are', () => {
    const projects = deskProjects(deskWeek([fast, slow])).values();
    expect(candidates([...projects], 'giver', 'province').map(({ id }) => id)).toEqual(['slow', 'fast']);
    const again = deskProjects(deskWeek([fast, slow])).values();
    expect(sourceSums(again)).toEqual([
      {
        source: { code: 'province', label: 'Ngân sách tỉnh' },
        ...{ givers: 1, givable: 88n, receivers: 1, takable: 40n },
      },
    ]);
  });

  it('never is offered more on the desk than by the letter: it is one rule', () => {
    fc.assert(
      fc.property(week, (given) => {
        const material = deskWeek(given);
        const projects = deskProjects(material);
        for (const giver of material.now.projects) {
          const { unspent } = outlookOf(giver, material.grounds, DAY);
          for (const { project, source, amount, room } of new Rooms(material).take(giver, unspent ?? 0n)) {
            const [from, to] = [projects.get(giver.id), projects.get(project.id)];
            expect(to !== undefined && takable(to, source.code) >= room).toBe(true);
            expect(from !== undefined && givable(from, source.code) >= amount).toBe(true);
          }
        }
      }),
    );
  });
});

describe('a proposal', () => {
  const two: GivenProject = {
    id: 'two',
    planned: { province: 50n, district: 10n },
    disbursed: { unspecified: 20n },
    before: 19n,
  };

  it('is in order where both sides keep to their limits', () => {
    expect(codesOf([slow, fast], [line('slow', 'fast', 40n)])).toEqual([]);
  });

  it.each<[string, readonly GivenProject[], readonly ProposalLine[], string]>([
    ['takes what is disbursed', [slow, fast], [line('slow', 'fast', 97n)], 'slow below-disbursed'],
    ['takes what may be disbursed', [two, fast], [line('two', 'fast', 31n)], 'two below-disbursed'],
    ['exceeds the investment', [slow, fast], [line('slow', 'fast', 51n)], 'fast above-investment'],
    ['is of another source', [slow, two], [line('slow', 'two', 5n, 'district')], 'slow source-of-giver'],
    ['goes to another source', [two, fast], [line('two', 'fast', 5n, 'district')], 'fast source-of-receiver'],
    ['goes to itself', [slow], [line('slow', 'slow', 5n)], 'slow same-project'],
    ['names who is not there', [slow], [line('slow', 'nobody', 5n)], 'nobody project-unknown'],
    [
      'goes to another whole',
      [slow, { ...fast, office: 'other' }],
      [line('slow', 'fast', 5n)],
      'fast other-whole',
    ],
    [
      'says a pair twice',
      [slow, fast],
      [line('slow', 'fast', 5n), line('slow', 'fast', 5n)],
      'fast repeated',
    ],
    [
      'passes capital on',
      [slow, fast, two],
      [line('slow', 'fast', 5n), line('fast', 'two', 5n)],
      'fast both-sides',
    ],
  ])('is refused where it %s', (_, projects, lines, code) => {
    expect(codesOf(projects, lines)).toContain(code);
    expect(
      openIssues(issuesOf(deskProjects(deskWeek(projects)), lines), []).some(({ isError }) => isError),
    ).toBe(true);
  });

  it.each<[string, readonly GivenProject[], bigint, string]>([
    [
      'nobody knows what the receiver may cost',
      [slow, { ...fast, paidBefore: undefined as never }],
      5n,
      'fast investment-unknown',
    ],
    ['the pace would not spend it', [slow, fast], 45n, 'fast above-pace'],
    ['the receiver is blocked', [slow, { ...fast, blocked: true }], 5n, 'fast receiver-blocked'],
    ['the giver would spend it', [slow, fast], 89n, 'slow more-than-spare'],
    ['its owner says that he will spend it', [{ ...slow, estimate: 98n }, fast], 5n, 'slow against-estimate'],
    ['the giver has reported nothing', [{ ...slow, disbursed: {} }, fast], 5n, 'slow giver-not-reported'],
  ])('has to declare where %s', (_, projects, amount, code) => {
    const lines = [line('slow', 'fast', amount)];
    const issues = issuesOf(deskProjects(deskWeek(projects)), lines);
    const asked = issues.find((issue) => `${issue.projectId} ${issue.code}` === code);
    expect(asked?.isError).toBe(false);
    const declared = [
      { projectId: asked?.projectId ?? '', about: asked?.code as 'above-pace', note: 'Theo văn bản' },
      { projectId: 'nobody', about: 'above-pace' as const, note: 'không dùng' },
    ];
    expect(openIssues(issues, [])).toContainEqual(asked);
    expect(openIssues(issues, declared)).not.toContainEqual(asked);
    expect(declarationsFor(issues, declared)).toEqual([declared[0]]);
  });

  it('raises the receiver’s forecast by what his pace spends, and lowers nothing that the giver would not have spent', () => {
    const then = whatIf(deskProjects(deskWeek([slow, fast])), [line('slow', 'fast', 30n)], DAY);
    expect(then.gain).toBe(30n);
    expect(then.whole.before).toMatchObject({
      planned: 160n,
      disbursed: 24n,
      rate: '15.00',
      forecast: 72n,
      endRate: '45.00',
    });
    expect(then.whole.after).toMatchObject({
      planned: 160n,
      disbursed: 24n,
      rate: '15.00',
      forecast: 102n,
      endRate: '63.75',
    });
    expect(then.projects.map(({ before, after }) => [before.rate, after.rate])).toEqual([
      ['4.00', '5.71'],
      ['33.33', '22.22'],
    ]);
    expect(then.curve.at(-1)).toEqual({ on: '2024-01-31', before: 72n, after: 102n });
  });
});

const amount = fc.bigInt({ min: 0n, max: 1000n });
const ids = ['p0', 'p1', 'p2', 'p3'];
const week = fc
  .tuple(
    ...ids.map((id) =>
      fc.record({
        ...{ id: fc.constant(id), province: fc.bigInt({ min: 1n, max: 1000n }), district: fc.option(amount) },
        ...{ unsplit: fc.option(amount), ofProvince: fc.option(amount), before: fc.option(amount) },
        totalInvestment: fc.option(fc.bigInt({ min: 0n, max: 3000n })),
        ...{ paidBefore: fc.option(amount), estimate: fc.option(amount), blocked: fc.boolean() },
      }),
    ),
  )
  .map((all): GivenProject[] =>
    all.map(({ id, province, district, unsplit, ofProvince, blocked, ...more }) => ({
      ...{ id, blocked },
      planned: district === null ? { province } : { province, district },
      disbursed: {
        ...(unsplit === null ? {} : { unspecified: unsplit }),
        ...(ofProvince === null ? {} : { province: ofProvince }),
      },
      ...Object.fromEntries(Object.entries(more).filter(([, value]) => value !== null)),
    })),
  );
const proposals = fc.array(
  fc.record({
    giverId: fc.constantFrom(...ids),
    receiverId: fc.constantFrom(...ids),
    source: fc.constantFrom('province', 'district'),
    amount: fc.bigInt({ min: 1n, max: 600n }),
  }),
  { maxLength: 6 },
);

describe('whatever the week and the proposal', () => {
  it('money is kept to the đồng, in all and of each source', () => {
    fc.assert(
      fc.property(week, proposals, (given, lines) => {
        const { whole, bySource, projects, moved } = whatIf(deskProjects(deskWeek(given)), lines, DAY);
        expect(whole.after.planned).toBe(whole.before.planned);
        expect(whole.after.disbursed).toBe(whole.before.disbursed);
        for (const { given: from, taken } of bySource) expect(from).toBe(taken);
        expect(sumOf(projects.map(({ given: part }) => ({ amount: part })))).toBe(moved);
        for (const { before, after, given: from, taken } of projects)
          expect(after.planned).toBe((before.planned ?? 0n) - from + taken);
      }),
    );
  });

  it('no check is passed by the order of lines, nor by cutting one into two', () => {
    fc.assert(
      fc.property(week, proposals, fc.infiniteStream(fc.nat()), (given, lines, random) => {
        const projects = deskProjects(deskWeek(given));
        const shuffled = lines
          .map((one) => ({ one, at: random.next().value as number }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ one }) => one);
        expect(issuesOf(projects, shuffled)).toEqual(issuesOf(projects, lines));
        const cut = lines.flatMap((one) =>
          one.amount > 1n
            ? [
                { ...one, amount: 1n },
                { ...one, amount: one.amount - 1n },
              ]
            : [one],
        );
        const codes = (of: readonly ProposalLine[]) => issuesOf(projects, of).map(({ code }) => code);
        expect(codes(cut)).toEqual(expect.arrayContaining(codes(lines)));
      }),
    );
  });

  it('what passes leaves every giver what it has disbursed, and every receiver below what it may cost', () => {
    fc.assert(
      fc.property(week, proposals, (given, lines) => {
        const projects = deskProjects(deskWeek(given));
        if (issuesOf(projects, lines).some(({ isError }) => isError)) return;
        for (const { project, after, given: from, taken } of whatIf(projects, lines, DAY).projects) {
          if (from > 0n) expect((after.planned ?? 0n) >= (after.disbursed ?? 0n)).toBe(true);
          const { totalInvestment, paidBefore } = project;
          if (taken > 0n && totalInvestment !== null)
            expect((after.planned ?? 0n) + from + (paidBefore ?? 0n) <= totalInvestment).toBe(true);
        }
      }),
    );
  });

  it('with nothing moved it is the present', () => {
    fc.assert(
      fc.property(week, (given) => {
        const { whole, curve, projects, gain, moved } = whatIf(deskProjects(deskWeek(given)), [], DAY);
        expect(whole.after).toEqual(whole.before);
        for (const { before, after } of curve) expect(after).toBe(before);
        expect([projects.length, gain, moved]).toEqual([0, 0n, 0n]);
      }),
    );
  });
});
