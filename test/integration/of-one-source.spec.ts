import {
  DrawCurve,
  ListProjectFigures,
  ListStandings,
  Summarize,
  SumFacets,
  type FiguresQuery,
  type Summary,
} from '@thongvon/capital';
import { instantAt, plainDate } from '@thongvon/kernel';
import type { Reading } from '@thongvon/return-reader';
import { RecheckReturn } from '@thongvon/returns';
import { FreezeMissingWeeks, ViewSnapshot } from '@thongvon/snapshots';
import { StandingsWorkbook } from '@thongvon/documents';
import { Workbook } from 'exceljs';
import { disbursementReading, planReading } from '../factories/reading';
import { approveReady, readyReturn } from '../support/ready-return';
import { startTestSystem, type TestSystem } from '../support/test-system';

const DAY = plainDate('2023-06-28');
const QUERY: FiguresQuery = {
  planYear: 2023,
  asOf: DAY,
  basis: 'reported',
  denominator: 'current-year-plan',
};

/**
 * One project of one source, one of two that its return splits, two of two that it doesn't: the Treasury splits the same sum
 * of the first, and another sum of the second. One that has paid nothing.
 */
describe('amounts of one source', () => {
  let system: TestSystem;
  let minute = 0;

  const approve = (reading: Reading): Promise<void> =>
    system.clock.at(new Date(Date.UTC(2023, 5, 1, 0, ++minute)), async () => {
      const sender = reading.kinds.includes('disbursement') ? system.board : system.finance;
      await approveReady(system, sender, await readyReturn(system, sender, reading));
    });

  beforeAll(async () => {
    system = await startTestSystem(new Date('2023-06-29T02:00:00Z'));
    await approve(
      planReading(
        { number: '1/QĐ', date: '2023-01-05', mode: 'initial' },
        {
          '7000001': { tinh: 1000 },
          '7000002': { tinh: 600, huyen: 400 },
          '7000003': { tinh: 300, huyen: 200 },
          '7000004': { tinh: 50, huyen: 70 },
          '7000005': { tinh: 30, huyen: 20 },
          '7000006': { huyen: 500, tinh: 0 },
        },
      ),
    );
    await approve(
      disbursementReading('2023-06-21', {
        '7000001': [{ disbursed: 250 }],
        '7000002': [
          { source: 'tinh', disbursed: 100 },
          { source: 'huyen', disbursed: 40 },
        ],
        '7000003': [{ disbursed: 90 }],
        '7000004': [{ disbursed: 33 }],
        '7000005': [{ disbursed: 0 }],
        '7000006': [{ disbursed: 10 }],
      }),
    );
    await approve(
      disbursementReading(
        '2023-06-20',
        {
          '7000003': [
            { source: 'tinh', disbursed: 60 },
            { source: 'huyen', disbursed: 30 },
          ],
          '7000004': [
            { source: 'tinh', disbursed: 20 },
            { source: 'huyen', disbursed: 12 },
          ],
        },
        { kind: 'treasury' },
      ),
    );
  });
  afterAll(() => system.close());

  const summary = (query: Partial<FiguresQuery> & { groupBy?: 'source' } = {}): Promise<Summary> =>
    system.app.get(Summarize).summarize(system.finance, { ...QUERY, ...query });

  it('are those of its lines alone, with what is derived, what the Treasury splits and what nobody does', async () => {
    expect(await summary({ source: 'tinh' })).toMatchObject({
      planned: '1980',
      // 250 derived, 100 reported, 60 as the Treasury splits it, nothing of nothing.
      disbursed: '410',
      rate: null,
      reason: 'not-split',
      remaining: null,
      // Some projects split it, one doesn't: the amount is a part, of 443 at most.
      split: {
        ...{ partial: true, atMost: '443' },
        ...{ derived: '250', treasury: '60', notSplit: '33', notSplitProjects: 1 },
      },
    });
    expect(await summary({ source: 'huyen' })).toMatchObject({
      planned: '1190',
      disbursed: '80',
      split: { derived: '10', treasury: '30', notSplit: '33' },
    });
  });

  it('have a rate where all is split', async () => {
    expect(await summary({ source: 'tinh', basis: 'treasury' })).toMatchObject({
      disbursed: '80',
      rate: '4.04',
    });
  });

  it('add up to the whole over all sources with what nobody splits', async () => {
    const whole = await summary({ groupBy: 'source' });
    expect(whole.split).toBeNull();
    const sums = whole.groups.map(({ key, planned, disbursed }) => [key, planned, disbursed]);
    expect(sums).toEqual([
      ['tinh', '1980', '410'],
      ['huyen', '1190', '80'],
      ['unspecified', null, '33'],
    ]);
    expect(whole).toMatchObject({ planned: '3170', disbursed: '523' });
  });

  it('are the same in the summary, its groups, the facets, the table, the list with cells and the curve', async () => {
    for (const source of ['tinh', 'huyen', 'unspecified']) {
      const one = await summary({ source });
      const { planned, disbursed, rate, reason, split } = one;
      const same = { planned, disbursed, rate, reason, split };
      const facets = await system.app.get(SumFacets).sum(system.finance, { ...QUERY, source });
      expect(facets.total).toMatchObject(same);
      expect(facets.source.find(({ key }) => key === source)).toMatchObject(same);
      expect((await summary({ groupBy: 'source' })).groups.find(({ key }) => key === source)).toMatchObject(
        same,
      );
      const rows = (
        await system.app.get(ListStandings).list(system.finance, { ...QUERY, source, limit: 100 })
      ).items;
      expect(total(rows.map((row) => row.planned))).toBe(planned ?? '0');
      expect(total(rows.map((row) => row.disbursed))).toBe(disbursed ?? '0');
      const listed = (
        await system.app.get(ListProjectFigures).list(system.finance, { ...QUERY, source, limit: 100 })
      ).items;
      expect(total(listed.map((row) => row.disbursed))).toBe(disbursed ?? '0');
      const curve = await system.app.get(DrawCurve).draw(system.finance, { ...QUERY, source, target: 95 });
      expect(curve.planned).toBe(planned);
      expect(curve.points.at(-1)?.disbursed ?? null).toBe(disbursed);
      expect(curve.neededPerWeek === null).toBe(rate === null);
    }
  });

  it('are not known of a project whose return nobody splits, and say so', async () => {
    const { items } = await system.app
      .get(ListStandings)
      .list(system.finance, { ...QUERY, source: 'tinh', limit: 100 });
    expect(items.find(({ code }) => code === '7000004')).toMatchObject({
      planned: '50',
      disbursed: null,
      reason: 'not-split',
      asOf: '2023-06-21',
      split: { partial: false, atMost: null, notSplit: '33', notSplitProjects: 1 },
    });
    expect(items.find(({ code }) => code === '7000005')).toMatchObject({ disbursed: '0', rate: '0.00' });
  });

  it('lead to the cell that splits them', async () => {
    const { items } = await system.app
      .get(ListProjectFigures)
      .list(system.finance, { ...QUERY, source: 'tinh', limit: 100 });
    const lines = (code: string) => items.find((row) => row.code === code)?.lines;
    expect(lines('7000001')).toMatchObject([{ disbursed: '250', sourceBy: 'derived' }]);
    expect(lines('7000003')).toMatchObject([{ disbursed: '60', sourceBy: 'treasury' }]);
  });

  it('are those of the workbook, which says what it is of and what is not split', async () => {
    const { bytes } = await system.app
      .get(StandingsWorkbook)
      .write(system.finance, { ...QUERY, source: 'tinh' });
    const workbook = new Workbook();
    await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
    const texts: string[] = [];
    workbook.eachSheet((sheet) =>
      sheet.eachRow((row) => {
        const cells: string[] = [];
        row.eachCell((cell) => cells.push(cell.text));
        texts.push(cells.join(' | '));
      }),
    );
    expect(texts.find((text) => text.startsWith('Tổng cộng'))).toContain('1980 | 410');
    expect(texts).toContainEqual(
      expect.stringContaining('Đã tách 410 của 443 đồng; 33 đồng của 1 dự án chưa tách theo nguồn'),
    );
  });

  it('are no zero in a workbook whose unit is too large for them: the cell holds them, and is shown as less than its last digit', async () => {
    const { bytes } = await system.app
      .get(StandingsWorkbook)
      .write(system.finance, { ...QUERY, source: 'tinh', unit: 'billion-dong' });
    const workbook = new Workbook();
    await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
    const shown = new Map<unknown, string>();
    workbook.eachSheet((sheet) =>
      sheet.eachRow((row) => {
        row.eachCell(({ value, numFmt }) => shown.set(value, numFmt));
      }),
    );
    expect([1980, 410].map((amount) => shown.get(amount / 1_000_000_000))).toEqual([
      '"< 0,001";"> -0,001"',
      '"< 0,001";"> -0,001"',
    ]);
  });
});

/** Contract, section 3: disbursements without a plan enter no rate; they are shown as `unplanned`. */
describe('money of a source of which its project has no plan', () => {
  let system: TestSystem;
  const [ROAD, SCHOOL] = ['7000001', '7000002'];
  beforeAll(async () => {
    system = await startTestSystem();
    const approve = async (reading: Reading): Promise<void> => {
      const sender = reading.kinds.includes('plan') ? system.finance : system.board;
      await approveReady(system, sender, await readyReturn(system, sender, reading));
    };
    await system.clock.at(new Date('2023-06-15T02:00:00Z'), async () => {
      const decision = { number: '1/QĐ', date: '2023-01-05', mode: 'initial' } as const;
      await approve(
        planReading(decision, { [ROAD]: { huyen: 5000 }, [SCHOOL]: { huyen: 1000, tinh: 4000 } }),
      );
      await approve(
        disbursementReading('2023-06-14', {
          [ROAD]: [{ source: 'tinh', disbursed: 1300 }],
          [SCHOOL]: [
            { source: 'huyen', disbursed: 900 },
            { source: 'tinh', disbursed: 1500 },
          ],
        }),
      );
    });
  });
  afterAll(() => system.close());

  it('enters no rate of that source under any filter, and is shown apart', async () => {
    const { app, finance } = system;
    const asked = { ...QUERY, asOf: plainDate('2023-06-21') };
    const rate = { planned: '4000', disbursed: '1500', rate: '37.50' };
    expect(await app.get(Summarize).summarize(finance, { ...asked, source: 'tinh' })).toMatchObject({
      ...rate,
      unplanned: { projects: 1, disbursed: '1300' },
    });
    const whole = await app.get(Summarize).summarize(finance, { ...asked, groupBy: 'source' });
    // The project has a plan: in the whole its money counts.
    expect(whole).toMatchObject({ planned: '10000', disbursed: '3700', rate: '37.00' });
    expect(whole.groups).toMatchObject([
      { key: 'huyen', planned: '6000', disbursed: '900', unplanned: { projects: 0, disbursed: null } },
      { key: 'tinh', ...rate, projects: 1, unplanned: { projects: 1, disbursed: '1300' } },
    ]);
    for (const source of ['tinh', 'huyen', undefined]) {
      const facets = await app.get(SumFacets).sum(finance, { ...asked, ...(source && { source }) });
      expect(facets.source.find(({ key }) => key === 'tinh')).toMatchObject(rate);
      if (source === 'tinh') expect(facets.total).toMatchObject(rate);
    }
    const curve = await app.get(DrawCurve).draw(finance, { ...asked, source: 'tinh', target: 95 });
    expect([curve.planned, curve.points.at(-1)?.disbursed]).toEqual(['4000', '1500']);
  });

  it('enters no sum of that source of a frozen week', async () => {
    const freeze = instantAt(plainDate('2023-06-16'), '07:05');
    await system.clock.at(freeze, () => system.app.get(FreezeMissingWeeks).run());
    const { groups } = await system.app.get(ViewSnapshot).view(system.finance, '2023-06-15', {});
    expect(groups.find(({ by, key }) => by === 'source' && key === 'tinh')).toMatchObject({
      ...{ planned: '4000', disbursed: '1500', rate: '37.50' },
    });
  });

  it('is said to its sender, with the sources that the plan has', async () => {
    const reading = disbursementReading('2023-06-21', { [ROAD]: [{ source: 'tinh', disbursed: 1300 }] });
    const id = await readyReturn(system, system.board, reading);
    const findings = (await system.app.get(RecheckReturn).recheck(id))?.stored?.findings ?? [];
    const said = findings.find(({ code }) => code === 'RET-SOURCE-UNPLANNED');
    expect(said).toMatchObject({ severity: 'warning', sheet: 'S', cell: 'E2', value: '1300' });
    expect(said?.message).toContain('chỉ có nguồn “huyen”');
  });
});

const total = (amounts: readonly (string | null)[]): string =>
  amounts.reduce((sum, amount) => sum + BigInt(amount ?? 0), 0n).toString();
