import fc from 'fast-check';
import type { Reading } from '@thongvon/return-reader';
import { ApproveReturn, RecheckReturn, SubmitReturn, ViewReturn } from '@thongvon/returns';
import { disbursementReading, type Line } from '../factories/reading';
import { longRun } from '../long/long-run';
import { answerAll, approveReady, readyReturn } from '../support/ready-return';
import { startTestSystem, type TestSystem } from '../support/test-system';

describe('what a return is held against: the last approved figures', () => {
  let system: TestSystem;
  beforeEach(async () => {
    system = await startTestSystem();
  });
  afterEach(() => system.close());

  const CODE = '7000001';
  const approve = async (asOf: string, lines: readonly Line[]): Promise<void> => {
    const id = await readyReturn(system, system.board, disbursementReading(asOf, { [CODE]: lines }));
    await approveReady(system, system.board, id);
  };
  const previewOf = async (asOf: string, disbursed: number): Promise<unknown> => {
    const reading = disbursementReading(asOf, { [CODE]: [{ disbursed }] });
    const id = await readyReturn(system, system.board, reading);
    await system.app.get(RecheckReturn).recheck(id);
    const { preview } = await system.app.get(ViewReturn).view(system.board, id);
    return preview?.sections[0]?.rows[0];
  };

  it('counts the weeks that an amount has stood from the date on which it last changed', async () => {
    await approve('2023-05-24', [{ disbursed: 100 }]);
    await approve('2023-05-31', [{ disbursed: 500 }]);
    await approve('2023-06-07', [{ disbursed: 500 }]);
    expect(await previewOf('2023-06-21', 500)).toMatchObject({ before: '500', unchangedWeeks: 3 });
    expect(await previewOf('2023-06-21', 501)).toMatchObject({ before: '500', unchangedWeeks: null });
  });

  it('takes the sum over sources for the amount, however a week splits it', async () => {
    await approve('2023-05-31', [{ disbursed: 500 }]);
    await approve('2023-06-07', [
      { source: 'tinh', disbursed: 300 },
      { source: 'huyen', disbursed: 200 },
    ]);
    expect(await previewOf('2023-06-14', 500)).toMatchObject({ before: '500', unchangedWeeks: 2 });
  });

  it('starts at the first figure when no other amount came before', async () => {
    await approve('2023-06-07', [{ disbursed: 500 }]);
    expect(await previewOf('2023-06-14', 500)).toMatchObject({ unchangedWeeks: 1 });
  });

  it('looks only at figures dated before the return', async () => {
    await approve('2023-05-31', [{ disbursed: 500 }]);
    await approve('2023-06-21', [{ disbursed: 900 }]);
    expect(await previewOf('2023-06-14', 500)).toMatchObject({ before: '500', unchangedWeeks: 2 });
  });

  it('is another day’s than what a correction takes from what is in force, and neither waits for its computation', async () => {
    const approved = async (asOf: string, disbursed: number): Promise<void> => {
      const reading = disbursementReading(asOf, { [CODE]: [{ disbursed }] });
      const id = await readyReturn(system, system.board, reading);
      await answerAll(system, id);
      await system.app.get(SubmitReturn).submit(system.board, id);
      await system.app.get(ApproveReturn).approve(system.approver, id, { reason: 'so it is' });
    };
    await approved('2023-06-14', 500);
    await approved('2023-06-21', 900);
    const correction = disbursementReading('2023-06-21', { [CODE]: [{ disbursed: 700 }] });
    const id = await readyReturn(system, system.board, correction);
    await system.app.get(RecheckReturn).recheck(id);
    const { preview } = await system.app.get(ViewReturn).view(system.board, id);
    expect(preview?.sections[0]?.rows[0]).toMatchObject({ before: '500', after: '700', replaced: '900' });
    expect(preview?.consequences).toMatchObject([{ on: '2023-06-21', before: '900', after: '700' }]);
  });

  it('holds each amount of each source against the nearest days before and after that say it, whatever the days between say', async () => {
    const DAYS = [
      '2023-05-24',
      '2023-05-31',
      '2023-06-03',
      '2023-06-07',
      '2023-06-14',
      '2023-06-21',
      '2023-06-28',
    ];
    const TODAY = '2023-06-10';
    const amount = fc.integer({ min: 0, max: 6 });
    const line = fc
      .record({
        source: fc.constantFrom('huyen', 'tinh', 'unspecified'),
        disbursed: fc.option(amount),
        completed: fc.option(amount, { nil: undefined }),
      })
      .map(({ source, disbursed, completed }): Line => ({
        ...{ source, disbursed },
        ...(completed === undefined ? {} : { completed }),
      }))
      .filter(({ disbursed, completed }) => disbursed !== null || completed !== undefined);
    const lines = fc.uniqueArray(line, { maxLength: 3, selector: ({ source }) => source ?? '' });
    const history = fc.record({
      days: fc.array(lines, { minLength: DAYS.length, maxLength: DAYS.length }),
      today: fc.uniqueArray(line, { minLength: 1, maxLength: 3, selector: ({ source }) => source ?? '' }),
    });
    const HUYEN: Line = { source: 'huyen', disbursed: 6 };
    // Whose source is given no more on a day that is neither the nearest of all nor of any source: that is what is held against.
    const gone: { days: Line[][]; today: Line[] } = {
      days: [
        [],
        [{ source: 'tinh', disbursed: 5 }],
        [HUYEN],
        [HUYEN, { source: 'unspecified', disbursed: 1 }],
        [],
        [],
        [],
      ],
      today: [HUYEN, { source: 'tinh', disbursed: 1 }, { source: 'unspecified', disbursed: 1 }],
    };
    // Each day is once the only one that says anything of its project: whatever the sample is, it must be asked of.
    const only = DAYS.map((day): { days: Line[][]; today: Line[] } => ({
      days: DAYS.map((other) => (other === day ? [day < TODAY ? HUYEN : { ...HUYEN, disbursed: 1 }] : [])),
      today: [day < TODAY ? { ...HUYEN, disbursed: 1 } : HUYEN],
    }));
    const { runs, seed, report } = longRun('cumulatives held against other days', 60, 100);
    const histories = [gone, ...only, ...fc.sample(history, { numRuns: runs, seed })];
    const codeOf = (index: number): string => String(7_100_000 + index);
    const readingOf = (day: string, of: (one: (typeof histories)[number]) => readonly Line[]): Reading =>
      disbursementReading(
        day,
        Object.fromEntries(
          histories.flatMap((one, index) => (of(one).length === 0 ? [] : [[codeOf(index), of(one)]])),
        ),
      );
    for (const [at, day] of DAYS.entries()) {
      const reading = readingOf(day, ({ days }) => days[at] ?? []);
      await approveReady(system, system.board, await readyReturn(system, system.board, reading));
    }
    const today = await readyReturn(
      system,
      system.board,
      readingOf(TODAY, (one) => one.today),
    );
    await system.app.get(RecheckReturn).recheck(today);
    const { findings } = await system.app.get(ViewReturn).view(system.board, today);
    const fell = findings.filter(({ code }) => code === 'RET-CUMULATIVE-FELL');
    const asked = histories.map((_, index) =>
      fell
        .filter(({ messageEn }) => messageEn.includes(codeOf(index)))
        .flatMap(({ messageEn }) => messageEn.match(/(?<=approved as of )\d\d\/\d\d/g) ?? []),
    );

    // The same of all days, one after the other.
    type Amount = (lines: readonly Line[]) => number | null;
    const amounts = (['disbursed', 'completed'] as const).flatMap((measure) =>
      [undefined, 'huyen', 'tinh'].map((source): Record<'exactly' | 'most', Amount> => {
        const sum = (lines: readonly Line[], of: (source: string) => boolean): number | null =>
          lines.reduce<number | null>((all, line) => {
            const said = of(line.source ?? '') ? (line[measure] ?? null) : null;
            return said === null ? all : (all ?? 0) + said;
          }, null);
        const own: Amount = (lines) => sum(lines, (one) => source === undefined || one === source);
        const unsplit: Amount = (lines) =>
          sum(lines, (one) => one !== 'unspecified') === null
            ? null
            : (sum(lines, (one) => one === 'unspecified') ?? 0);
        const most: Amount = (lines) => own(lines) ?? (source === undefined ? null : unsplit(lines));
        return { most, exactly: (lines) => own(lines) ?? (most(lines) === 0 ? 0 : null) };
      }),
    );
    const expected = histories.map(({ days, today: now }) =>
      amounts.flatMap(({ exactly, most }) => {
        const below = (before: readonly Line[], after: readonly Line[]): boolean | undefined => {
          const [was, is] = [exactly(before), most(after)];
          return was === null || is === null ? undefined : is < was;
        };
        const dated = days.map((lines, at) => ({ lines, day: DAYS[at] ?? '' }));
        const before = dated.findLast(({ lines, day }) => day < TODAY && below(lines, now) !== undefined);
        const after = dated.find(({ lines, day }) => day > TODAY && below(now, lines) !== undefined);
        return [
          before && below(before.lines, now) === true ? before.day : [],
          after && below(now, after.lines) === true ? after.day : [],
        ].flat();
      }),
    );
    const shown = (days: readonly string[]): string[] =>
      days.map((day) => `${day.slice(8)}/${day.slice(5, 7)}`);
    const isAsked = (all: readonly (readonly string[])[]) => ({
      seed,
      asked: all.map((days) => days.length > 0),
    });
    expect(isAsked(asked)).toEqual(isAsked(expected));
    // A fall that is part of another isn't named once more.
    for (const [index, days] of asked.entries())
      expect(shown(expected[index] ?? [])).toEqual(expect.arrayContaining(days));
    // Days that aren't the nearest of all are asked of, before and after.
    expect([...new Set(asked.flat())].toSorted()).toEqual(shown(DAYS).toSorted());
    report({ 'as of all days': histories.length });
  });

  describe('of the same date, which it replaces', () => {
    const A = '7000001';
    const B = '7000002';
    const approveBoth = async (): Promise<void> => {
      const reading = disbursementReading('2023-06-21', {
        [A]: [{ disbursed: 500 }],
        [B]: [
          { source: 'tinh', disbursed: 300 },
          { source: 'huyen', disbursed: 200 },
        ],
      });
      await approveReady(system, system.board, await readyReturn(system, system.board, reading));
    };
    const heldAgainst = async (
      projects: Readonly<Record<string, readonly Line[]>>,
      options: Parameters<typeof disbursementReading>[2] = {},
    ) => {
      const id = await readyReturn(
        system,
        system.board,
        disbursementReading('2023-06-21', projects, options),
      );
      await system.app.get(RecheckReturn).recheck(id);
      const { preview, summary } = await system.app.get(ViewReturn).view(system.board, id);
      const [section] = preview?.sections ?? [];
      return {
        rows: (section?.rows ?? []).map(({ code, replaced }) => [code, replaced]),
        replaces: section?.replaces,
        inShort: summary?.sections[0]?.replaces,
      };
    };
    const TOTAL_AND_SPLIT = [
      { source: 'huyen', disbursed: 200 },
      { source: 'tinh', disbursed: 300 },
    ];

    it('tells by project what is otherwise, what only the approved one has, and by how much the sums differ', async () => {
      await approveBoth();
      const { rows, replaces, inShort } = await heldAgainst({
        [A]: [{ disbursed: 620 }],
        '7000003': [{ disbursed: 7 }],
      });
      expect(rows).toEqual([
        [A, '500'],
        ['7000003', null],
      ]);
      expect(replaces).toMatchObject({
        changed: 3,
        changedAmounts: 3,
        difference: '-373',
        leftOut: [{ code: B, name: `Dự án ${B}`, amount: '500' }],
      });
      const { leftOut: _, leftOutAmount: __, ...short } = replaces ?? { leftOut: [], leftOutAmount: null };
      expect(inShort).toEqual(short);
    });

    it('finds another split between sources, and says when no figure differs', async () => {
      await approveBoth();
      const moved = await heldAgainst({
        [A]: [{ disbursed: 500 }],
        [B]: [{ source: 'tinh', disbursed: 500 }],
      });
      expect([moved.rows, moved.replaces]).toMatchObject([
        [
          [A, undefined],
          [B, '500'],
        ],
        { changed: 1, changedAmounts: 0, difference: '0' },
      ]);
      const same = await heldAgainst({ [A]: [{ disbursed: 500 }], [B]: TOTAL_AND_SPLIT });
      expect(same.replaces).toMatchObject({ changed: 0, changedAmounts: 0, difference: '0', leftOut: [] });
    });

    it('says nothing where nothing ends: another date, a part of the projects, a statement of the Treasury', async () => {
      await approve('2023-06-14', [{ disbursed: 400 }]);
      expect((await heldAgainst({ [A]: [{ disbursed: 500 }] })).replaces).toBeUndefined();
      await approveBoth();
      expect(
        (await heldAgainst({ [A]: [{ disbursed: 620 }] }, { coverage: 'partial' })).replaces,
      ).toBeUndefined();
      expect(
        (await heldAgainst({ [A]: [{ disbursed: 620 }] }, { kind: 'treasury' })).replaces,
      ).toBeUndefined();
    });
  });
});
