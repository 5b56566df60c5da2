import {
  type BlockedSql,
  DrawCurve,
  ListStandings,
  SumFacets,
  type Curve,
  type FacetsQuery,
  type FacetSums,
  type Slice,
  type Standing,
  type StandingsQuery,
} from '@thongvon/capital';
import { plainDate, type PlainDate } from '@thongvon/kernel';
import type { Reading } from '@thongvon/return-reader';
import { disbursementReading, planReading } from '../factories/reading';
import { approveReady, readyReturn } from './ready-return';
import { startTestSystem, type TestSystem } from './test-system';

export const QUERY = { planYear: 2023, basis: 'reported', denominator: 'current-year-plan' } as const;
/** The date of the newest figures, a day before the system's own. */
export const DAY = plainDate('2023-06-28');

/** A project that moves, one that has stood still, one nobody has reported on, one without a plan; and what is asked of them. */
export class StandingProjects {
  private minute = 0;

  readonly app: TestSystem['app'];
  readonly finance: TestSystem['finance'];

  private constructor(private readonly system: TestSystem) {
    this.app = system.app;
    this.finance = system.finance;
  }

  static async start(): Promise<StandingProjects> {
    const projects = new StandingProjects(await startTestSystem(new Date('2023-06-29T02:00:00Z')));
    await projects.approve(
      planReading(
        { number: '1/QĐ', date: '2023-01-05', mode: 'initial' },
        { '7000001': { tinh: 600, huyen: 400 }, '7000002': { huyen: 300 }, '7000003': { tinh: 200 } },
      ),
    );
    await projects.approve(week('2023-05-31', 200));
    await projects.approve(week('2023-06-21', 240));
    await projects.approve(week('2023-06-28', 280));
    return projects;
  }

  close(): Promise<void> {
    return this.system.close();
  }

  /** Each a minute later than the one before. */
  approve(reading: Reading): Promise<void> {
    const { system } = this;
    return system.clock.at(new Date(Date.UTC(2023, 5, 1, 0, ++this.minute)), async () => {
      const sender = reading.kinds.includes('disbursement') ? system.board : system.finance;
      await approveReady(system, sender, await readyReturn(system, sender, reading));
    });
  }

  async list(query: Partial<StandingsQuery> = {}): Promise<readonly Standing[]> {
    const asked = { ...QUERY, asOf: DAY, limit: 100, ...query };
    return (await this.app.get(ListStandings).list(this.finance, asked)).items;
  }

  async codes(query: Partial<StandingsQuery>): Promise<(string | null)[]> {
    return (await this.list(query)).map(({ code }) => code);
  }

  sums(query: Omit<FacetsQuery, keyof typeof QUERY>): Promise<FacetSums> {
    return this.app.get(SumFacets).sum(this.finance, { ...QUERY, ...query });
  }

  facets(slice: Slice & { source?: string } = {}, asOf = DAY): Promise<FacetSums> {
    return this.sums({ asOf, ...slice });
  }

  curve(blocked: readonly string[] = [], asOf = DAY): Promise<Curve> {
    return this.course({ asOf }, blocked);
  }

  /** The curve to a target of 95 %. */
  course(
    query: { asOf: PlainDate; businessDay?: PlainDate },
    blocked: readonly string[] = [],
  ): Promise<Curve> {
    const blockedSql: BlockedSql = (parameters) => `SELECT unnest(${parameters.parameter(blocked)}::uuid[])`;
    return this.app
      .get(DrawCurve)
      .draw(this.finance, { ...QUERY, ...query, blocked: blockedSql, target: 95 });
  }
}

const week = (asOf: string, moving: number): Reading =>
  disbursementReading(asOf, {
    '7000001': [{ disbursed: moving }],
    '7000002': [{ disbursed: 100 }],
    '7000009': [{ disbursed: 5 }],
  });
