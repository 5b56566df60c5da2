import { plainDate } from '@thongvon/kernel';
import { EnsureOrganization, EnsureUser, OrganizationTree, type Actor } from '@thongvon/organizations';
import type { AllocationReading, GroupReading, ProjectReading, Reading } from '@thongvon/return-reader';
import { RecheckReturn, RevertReturn } from '@thongvon/returns';
import { emptyReading } from '../../factories/reading';
import { approveReady, readyReturn, recomputeOpen } from '../ready-return';
import { startTestSystem, type TestSystem } from '../test-system';
import type { NaiveProject } from './naive';
import type { Approved } from './naive-ledger';
import { OFFICES, PROJECTS, type Action, type Groups, type Office } from './portfolio';

const NAMES: Readonly<Record<Office, string>> = {
  north: 'Ban QLDA Bắc',
  'north-unit': 'Đội dự án Bắc 1',
  south: 'Ban QLDA Nam',
};

/** An approved return, and whether it counts. */
interface Entry {
  readonly id: string;
  readonly approved: Approved;
  counts: boolean;
  reverted: boolean;
  replacedBy: Entry | null;
}

/** A project with the office that holds it. */
export interface Held extends NaiveProject {
  readonly holder: string;
}

/** A district whose returns go through the real use cases, and the plain list of which of them count. */
export class District {
  private readonly entries: Entry[] = [];
  private minute = 0;
  /** What counted after each step, with its instant. */
  readonly past: { readonly at: Date; readonly approved: readonly Approved[] }[] = [];

  private constructor(
    readonly system: TestSystem,
    readonly offices: Readonly<Record<Office, Actor>>,
  ) {}

  static async start(): Promise<District> {
    const system = await startTestSystem(new Date('2023-12-01T02:00:00Z'));
    const { app, approver, finance } = system;
    const add = async (office: Office, parentId: string): Promise<Actor> => {
      const { id } = await app.get(EnsureOrganization).run({
        name: NAMES[office],
        kind: 'project-management-board',
        effectiveFrom: '2020-01-01',
        parentId,
        reports: true,
      });
      const { user } = await app.get(EnsureUser).run({
        email: `${office}@example.test`,
        name: office,
        role: 'reporter',
        organizationId: id,
        password: 'a-long-password',
      });
      return { userId: user.id, role: 'reporter', organizationId: id, scope: [id] };
    };
    const north = await add('north', finance.organizationId);
    const unit = await add('north-unit', north.organizationId);
    const south = await add('south', finance.organizationId);
    const scoped = async (actor: Actor): Promise<Actor> => ({
      ...actor,
      scope: await app.get(OrganizationTree).idsBelow(actor.organizationId),
    });
    return new District(
      { ...system, finance: await scoped(finance), approver: await scoped(approver) },
      { north: await scoped(north), 'north-unit': unit, south },
    );
  }

  /** Everybody who may look, from the whole district to one unit. */
  get actors(): readonly Actor[] {
    return [this.system.finance, ...OFFICES.map((office) => this.offices[office])];
  }

  async act(action: Action): Promise<void> {
    if (action.type === 'revert') await this.revert(action.which);
    else await this.approve(action.type === 'plan' ? this.annexed(action) : action);
    this.past.push({
      at: this.instant(),
      approved: this.entries.filter(({ counts }) => counts).map(({ approved }) => approved),
    });
  }

  async projects(): Promise<Held[]> {
    const rows = await this.system.data.query<Omit<Held, 'group'>[]>(
      `SELECT id, code, kind, commune, owner_id AS owner, coalesce(owner_id, registered_by) AS holder FROM projects.project ORDER BY code`,
    );
    return rows.map((row) => ({ ...row, group: this.groupOf(row.code) }));
  }

  /** What the newest return that counts says: of the latest day, of one day the one that was approved last. */
  private groupOf(code: string): Held['group'] {
    const saying = this.entries
      .filter(({ counts, approved }) => counts && code in approved.lines && code in approved.groups)
      .map(({ approved }) => approved)
      .sort((a, b) => a.date.localeCompare(b.date));
    return saying.at(-1)?.groups[code] ?? null;
  }

  /** An annex only adds: it leaves out projects that its decision names already, and where none are left it replaces. */
  private annexed(plan: Extract<Approved, { type: 'plan' }>): Approved {
    const standing = this.entries.flatMap(({ counts, approved }) =>
      counts && ends({ ...plan, again: 'replacement' }, approved) && approved.type === 'plan'
        ? Object.keys(approved.lines)
        : [],
    );
    if (standing.length === 0 || plan.again === 'replacement') return plan;
    const added = Object.entries(plan.lines).filter(([code]) => !standing.includes(code));
    return added.length === 0
      ? { ...plan, again: 'replacement' }
      : { ...plan, lines: Object.fromEntries(added) };
  }

  private instant = (): Date => new Date(Date.UTC(2023, 10, 1, 0, this.minute));

  private next<T>(work: () => Promise<T>): Promise<T> {
    this.minute += 1;
    return this.system.clock.at(this.instant(), work);
  }

  private approve(approved: Approved): Promise<void> {
    return this.next(async () => {
      const sender =
        approved.type === 'plan' || approved.basis === 'treasury'
          ? this.system.finance
          : this.offices[approved.office];
      const id = await readyReturn(this.system, sender, readingOf(approved));
      if (approved.type === 'plan') await this.answerAgain(id, approved.again);
      await approveReady(this.system, sender, id);
      const entry: Entry = { id, approved, counts: true, reverted: false, replacedBy: null };
      for (const earlier of this.entries)
        if (earlier.counts && ends(approved, earlier.approved)) {
          earlier.counts = false;
          earlier.replacedBy = entry;
        }
      this.entries.push(entry);
    });
  }

  private async revert(which: number): Promise<void> {
    const open = this.entries.filter(({ reverted }) => !reverted);
    const entry = open[which % Math.max(open.length, 1)];
    if (entry === undefined) return;
    await this.next(async () => {
      await this.system.app.get(RevertReturn).revert(this.system.approver, entry.id, 'a slip');
      await recomputeOpen(this.system);
    });
    const heir = entry.replacedBy;
    for (const earlier of this.entries)
      if (earlier.replacedBy === entry) {
        earlier.replacedBy = heir;
        earlier.counts = heir === null;
      }
    entry.counts = false;
    entry.reverted = true;
    entry.replacedBy = null;
  }

  private async answerAgain(id: string, value: string): Promise<void> {
    await this.system.app.get(RecheckReturn).recheck(id);
    await this.system.data.query(
      `UPDATE returns.return SET answers = answers || coalesce((
         SELECT jsonb_agg(jsonb_build_object('code', f->>'code', 'sheet', f->>'sheet', 'cell', f->>'cell',
           'asked', f->>'value', 'reason', 'so it is', 'value', $2::text))
         FROM returns.return_reading rr, json_array_elements(rr.findings) f
         WHERE rr.return_id = $1 AND f->>'code' = 'RET-DECISION-AGAIN'
       ), '[]') WHERE id = $1`,
      [id, value],
    );
  }
}

/** Whether a newer return ends an earlier one: a decision replaced, or a full return of the same office, kind and date. */
function ends(newer: Approved, earlier: Approved): boolean {
  if (newer.type === 'plan')
    return (
      earlier.type === 'plan' &&
      newer.again === 'replacement' &&
      earlier.number === newer.number &&
      earlier.date === newer.date
    );
  return (
    earlier.type === 'figures' &&
    newer.coverage === 'full' &&
    earlier.basis === newer.basis &&
    (newer.basis === 'treasury' || earlier.office === newer.office) &&
    earlier.date === newer.date
  );
}

function readingOf(approved: Approved): Reading {
  return approved.type === 'plan' ? planOf(approved) : figuresOf(approved);
}

const nameOf = (code: string): string => PROJECTS.find((one) => one.code === code)?.name ?? code;

const groupIn = (groups: Groups, code: string, cell: GroupReading['cell']): GroupReading | null => {
  const group = groups[code];
  return group === undefined ? null : { group, cell };
};

function planOf({ number, date, lines, groups }: Extract<Approved, { type: 'plan' }>): Reading {
  return {
    ...emptyReading(),
    kinds: ['plan'],
    planYear: 2023,
    coverage: 'partial',
    decision: { number, date: plainDate(date), mode: 'adjustment' },
    allocations: Object.entries(lines).flatMap(([code, all], row) =>
      all.map(({ type, source, amount }, column): AllocationReading => {
        const office = PROJECTS.find((one) => one.code === code)?.office ?? 'south';
        return {
          code,
          name: nameOf(code),
          planType: type,
          source,
          sourceLabel: source,
          planned: amount.toString(),
          cell: { sheet: 'P', cell: `${'FGHIJ'.charAt(column)}${row + 2}` },
          owner: NAMES[office],
          field: null,
          group: groupIn(groups, code, { sheet: 'P', cell: `A${row + 2}` }),
        };
      }),
    ),
  };
}

function figuresOf({
  basis,
  date,
  coverage,
  lines,
  groups,
}: Extract<Approved, { type: 'figures' }>): Reading {
  const kind = basis === 'treasury' ? 'treasury' : 'disbursement';
  return {
    ...emptyReading(),
    kinds: [kind],
    asOf: plainDate(date),
    planYear: 2023,
    coverage,
    sheets: [{ name: 'S', role: kind, unit: 'dong', headerRows: [1], columns: [] }],
    projects: Object.entries(lines).map(([code, all], row): ProjectReading => {
      const known = all.flatMap(({ type, disbursed }) =>
        type === 'current-year' && disbursed !== null ? [disbursed] : [],
      );
      return {
        code,
        name: nameOf(code),
        planned: null,
        disbursed: known.length === 0 ? null : known.reduce((a, b) => a + b, 0).toString(),
        lines: all.map(({ type, source, disbursed, completed, advance }, index) => ({
          planType: type,
          source,
          sourceLabel: source,
          planned: null,
          disbursed: disbursed?.toString() ?? null,
          completed: completed?.toString() ?? null,
          advance: advance?.toString() ?? null,
          estimate: null,
          cells: disbursed === null ? {} : { disbursed: { sheet: 'S', cell: `E${row * 10 + index + 2}` } },
        })),
        cell: { sheet: 'S', cell: `B${row * 10 + 2}` },
        field: null,
        owner: null,
        note: null,
        totalInvestment: null,
        group: groupIn(groups, code, { sheet: 'S', cell: `A${row * 10 + 2}` }),
      };
    }),
  };
}
