import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ActOnBlocker, ListBlockers, OpenBlocker } from '@thongvon/blockers';
import { RebuildPositions } from '@thongvon/capital';
import { addDays, instantAt, type PlainDate, plainDate, unaccent } from '@thongvon/kernel';
import { EnterProgress } from '@thongvon/land-clearance';
import type { Actor } from '@thongvon/organizations';
import type { SystemClock } from '@thongvon/platform';
import { ListProjects } from '@thongvon/projects';
import { ApproveReturn, ReadReturn, ReceiveReturn, RecomputeReturn, SubmitReturn } from '@thongvon/returns';
import { fillLedgers } from './fill-ledgers';
import { PROVINCE_LAST_DAY } from './make-province';
import { planWorkbook, treasuryWorkbook } from './official-workbooks';
import { firstCommune, type People } from './people';
import {
  DECISION_MOMENTS,
  decisionNumber,
  type Habit,
  type Province,
  type ProvinceObstacle,
  reportDays,
  weekOf,
} from './province';
import type { ReportDay } from './rows';
import { returnWorkbook } from './workbooks';

/** When the province began to use the system, on a Monday: all that was before it was entered from its books that day. */
const BEGUN_ON = plainDate('2026-10-19');
/** How many of the last weeks came as workbooks. */
const WORKBOOK_WEEKS = 2;
/** The last statement of the Treasury; it is a workbook, those before were entered. */
const TREASURY_ON = plainDate('2026-10-31');
/** Offices whose workbooks are read at the same time. */
const AT_ONCE = 3;

/**
 * Loads the illustrative province: the books of before in bulk, all else through the ordinary use cases with the times it would
 * have had. Safe to kill and to repeat: the books are one transaction, and what follows is looked for before it is done.
 */
export class LoadProvince {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly clock: SystemClock,
    private readonly province: Province,
  ) {}

  async load(people: People): Promise<void> {
    const days = this.workbookDays();
    const projects = (await this.knownProjects(people)) ?? (await this.enterBooks(people, days));
    await this.loadPlans(people);
    // Derived once, after what was entered and before what is checked against it.
    await this.app.get(RebuildPositions).rebuild();
    await Promise.all([
      this.loadObstacles(people, projects),
      this.loadClearance(people, projects),
      this.loadStatement(people),
    ]);
    await inTurns(AT_ONCE, people.reporters, (reporter, office) =>
      this.loadReturns(people.finance, reporter, office, days),
    );
  }

  /** The table of the commune that has an account of its own in the demo and is silent in the last week. */
  async unsent(): Promise<{ fileName: string; bytes: Uint8Array }> {
    const commune = firstCommune(this.province);
    const [on] = this.workbookDays().slice(-1);
    if (!on) throw new Error('the province has no weeks');
    return {
      fileName: `${unaccent(this.province.offices[commune]?.name ?? '').replaceAll(' ', '-')}-${on.day}.xlsx`,
      bytes: await returnWorkbook(this.province, commune, on),
    };
  }

  /** The last weeks, which come as workbooks. */
  private workbookDays(): ReportDay[] {
    return reportDays(2026, this.province.lastDay)
      .map((day, week) => ({ planYear: 2026, day, week }))
      .slice(-WORKBOOK_WEEKS);
  }

  /** The ids of the projects in their order, if the books have been entered. */
  private async knownProjects({ root }: People): Promise<string[] | undefined> {
    const ids = new Map<string, string>();
    for (let cursor: string | undefined; ;) {
      const asked = { limit: 500, ...(cursor === undefined ? {} : { cursor }) };
      const page = await this.app.get(ListProjects).list(root, asked);
      for (const { id, code } of page.items) if (code !== null) ids.set(code, id);
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    const known = this.province.projects.flatMap(({ code }) => ids.get(code) ?? []);
    return known.length === this.province.projects.length ? known : undefined;
  }

  private async enterBooks(people: People, days: readonly ReportDay[]): Promise<string[]> {
    const { app, province } = this;
    const offices = people.reporters.map(({ organizationId, userId }) => ({
      id: organizationId,
      reporter: userId,
    }));
    const who = {
      ...{ root: people.root.organizationId, offices },
      ...{ finance: people.finance.userId, financeHead: people.head.userId },
    };
    const filling = {
      enteredAt: instantAt(BEGUN_ON, '10:00'),
      until: addDays(days[0]?.day ?? province.lastDay, -7),
      treasuryUntil: addDays(TREASURY_ON, -1),
      plans: false,
    };
    const { projects } = await app
      .get(DataSource)
      .transaction((manager) => fillLedgers(app, manager, province, who, filling));
    return projects;
  }

  /** The decisions of all years as workbooks: every planned amount has its cell. */
  private async loadPlans({ finance, head }: People): Promise<void> {
    for (const planYear of this.province.planYears)
      for (const moment of DECISION_MOMENTS) {
        const bytes = await planWorkbook(this.province, planYear, moment);
        const name = `ke-hoach-${decisionNumber(planYear, moment).replaceAll('/', '-')}-${planYear}.xlsx`;
        await this.send(finance, head, name, bytes, {
          receivedAt: instantAt(BEGUN_ON, '11:00'),
          approvedAt: instantAt(BEGUN_ON, '15:30'),
          reason: 'Nhập quyết định đã ban hành khi bắt đầu dùng hệ thống',
        });
      }
  }

  private async loadStatement({ finance, head }: People): Promise<void> {
    const on = { planYear: 2026, day: TREASURY_ON, week: weekOf(2026, TREASURY_ON) };
    const statement = await treasuryWorkbook(this.province, on);
    await this.send(finance, head, `kho-bac-${TREASURY_ON}.xlsx`, statement, {
      receivedAt: instantAt(plainDate('2026-11-03'), '09:00'),
      approvedAt: instantAt(plainDate('2026-11-03'), '15:30'),
    });
  }

  private async loadReturns(
    finance: Actor,
    reporter: Actor,
    office: number,
    days: readonly ReportDay[],
  ): Promise<void> {
    const { habit = 'punctual' } = this.province.offices[office] ?? {};
    for (const on of days) {
      const today = on.day === this.province.lastDay ? habit : 'punctual';
      if (today === 'silent') continue;
      const bytes = await returnWorkbook(this.province, office, on, { repeated: today === 'mistaken' });
      const thursday = addDays(on.day, 1);
      await this.send(reporter, finance, `bao-cao-tuan-${on.day}.xlsx`, bytes, {
        receivedAt: instantAt(thursday, today === 'late' ? '18:40' : '09:00'),
        approvedAt: SETTLED.includes(today) ? instantAt(thursday, '15:30') : null,
        submits: today !== 'mistaken',
      });
    }
  }

  /** What is done already stays as it is. */
  private async send(
    sender: Actor,
    approver: Actor,
    fileName: string,
    bytes: Uint8Array,
    { receivedAt, approvedAt, submits = true, reason }: Sending,
  ): Promise<void> {
    const { app, clock } = this;
    const id = await clock.at(receivedAt, async () => {
      const file = { files: [{ bytes: Buffer.from(bytes), fileName }], kind: null, coverage: null };
      const receipt = await app.get(ReceiveReturn).receive(sender, file);
      await app.get(ReadReturn).read(receipt.id);
      if (submits) await app.get(SubmitReturn).submit(sender, receipt.id);
      return receipt.id;
    });
    if (approvedAt === null || !submits) return;
    await clock.at(approvedAt, async () => {
      await app.get(ApproveReturn).approve(approver, id, reason === undefined ? {} : { reason });
      await app.get(RecomputeReturn).recompute(id);
    });
  }

  private async loadObstacles({ reporters }: People, projects: readonly string[]): Promise<void> {
    const { app, clock, province } = this;
    for (const [nth, { obstacle, office }] of province.projects.entries()) {
      const [projectId, reporter] = [projects[nth], reporters[office]];
      if (obstacle === null || projectId === undefined || !reporter) continue;
      const asked = { asOf: province.lastDay, planYear: 2026, denominator: 'current-year-plan' as const };
      const known = await app.get(ListBlockers).list(reporter, { ...asked, projectId, limit: 1 });
      if (known.total > 0) continue;
      const begun = addDays(BEGUN_ON, 1);
      const enteredOn = obstacle.openedOn > begun ? obstacle.openedOn : begun;
      const id = await clock.at(instantAt(enteredOn, '09:00'), () =>
        app.get(OpenBlocker).open(reporter, { projectId, segmentId: null, ...fieldsOf(obstacle) }),
      );
      if (!obstacle.solved) continue;
      const solvedAt = instantAt(addDays(province.lastDay, -2), '10:00');
      await clock.at(solvedAt, () =>
        app.get(ActOnBlocker).close(reporter, id, { text: 'Đã giải quyết xong' }),
      );
    }
  }

  private async loadClearance({ reporters }: People, projects: readonly string[]): Promise<void> {
    const { app, clock, province } = this;
    for (const [nth, { clearance, office }] of province.projects.entries()) {
      const [projectId, reporter] = [projects[nth], reporters[office]];
      if (clearance === null || projectId === undefined || !reporter) continue;
      const { households, inventoried, approved, paid, handedOver, compensation, compensated } = clearance;
      const values = [
        { measure: 'households' as const, value: String(households) },
        { measure: 'inventoried' as const, value: String(inventoried) },
        { measure: 'approved' as const, value: String(approved) },
        { measure: 'paid' as const, value: String(paid) },
        { measure: 'handedOver' as const, value: String(handedOver) },
        { measure: 'area' as const, value: String(clearance.area) },
        { measure: 'compensation' as const, value: compensation.toString() },
        { measure: 'compensated' as const, value: compensated.toString() },
      ];
      const typed = { projectId, segmentId: null, asOf: CLEARED_ON, values };
      await clock.at(instantAt(CLEARED_ON, '16:00'), () => app.get(EnterProgress).enter(reporter, typed));
    }
  }
}

/** Day of the clearance figures. */
const CLEARED_ON: PlainDate = addDays(PROVINCE_LAST_DAY, -1);

/** Whose return of the last week counts. */
const SETTLED: readonly Habit[] = ['punctual'];

interface Sending {
  readonly receivedAt: Date;
  /** Null: it waits for approval. */
  readonly approvedAt: Date | null;
  /** False: what was found in it is still to be answered. */
  readonly submits?: boolean;
  /** Where approval lowers a total. */
  readonly reason?: string;
}

const fieldsOf = ({ text, unit, cause, openedOn, due }: ProvinceObstacle) => ({
  ...{ description: text, responsibleUnit: unit, cause, openedOn, due },
});

/** `work` on all items, so many at a time. */
async function inTurns<Item>(
  atOnce: number,
  items: readonly Item[],
  work: (item: Item, nth: number) => Promise<void>,
): Promise<void> {
  const left = [...items.entries()];
  const worker = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) await work(next[1], next[0]);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
