import { plainDate, type PlainDate } from '@thongvon/kernel';
import { EnsureOrganization, EnsureUser, type Actor } from '@thongvon/organizations';
import { ChangeProject, holdersOf } from '@thongvon/projects';
import type { Reading } from '@thongvon/return-reader';
import { ApproveReturn, RecheckReturn, RevertReturn, SubmitReturn, type StepDone } from '@thongvon/returns';
import { disbursementReading, planReading } from '../factories/reading';
import { readyReturn, recomputeOpen } from './ready-return';
import { startTestSystem, type TestSystem } from './test-system';

export const BOARDS = ['A', 'B', 'C'] as const;
export type Board = (typeof BOARDS)[number];
export const BOARD_NAMES: Readonly<Record<Board, string>> = {
  A: 'Ban QLDA Bắc',
  B: 'Ban QLDA Nam',
  C: 'Ban QLDA Tây',
};

interface Done {
  readonly id: string;
  readonly done: StepDone;
}

/** A district with three boards; the finance office's plans say which of them owns which project. */
export class Boards {
  private constructor(
    readonly system: TestSystem,
    private readonly reporters: ReadonlyMap<Board, Actor>,
    /** Who approves and reverts, and sees all offices. */
    readonly district: Actor,
  ) {}

  static async start(at?: Date): Promise<Boards> {
    const system = await startTestSystem(at);
    const reporters = new Map<Board, Actor>();
    for (const board of BOARDS) {
      const { id } = await system.app.get(EnsureOrganization).run({
        name: BOARD_NAMES[board],
        kind: 'project-management-board',
        effectiveFrom: '2020-01-01',
        parentId: system.finance.organizationId,
        reports: true,
      });
      const { user } = await system.app.get(EnsureUser).run({
        email: `${board}@example.test`,
        name: board,
        role: 'reporter',
        organizationId: id,
        password: 'a-long-password',
      });
      reporters.set(board, { userId: user.id, role: 'reporter', organizationId: id, scope: [id] });
    }
    const below = [...reporters.values()].map(({ organizationId }) => organizationId);
    const scope = [...system.approver.scope, ...below];
    return new Boards(system, reporters, { ...system.approver, scope });
  }

  reporter(board: Board): Actor {
    return this.reporters.get(board) ?? this.system.board;
  }

  idOf(board: Board): string {
    return this.reporter(board).organizationId;
  }

  async projectId(code: string): Promise<string> {
    const [row] = await this.system.data.query<{ id: string }[]>(
      'SELECT id FROM projects.project WHERE code = $1',
      [code],
    );
    return row?.id ?? '';
  }

  /** Whose the project was on each of these days. */
  async holders(code: string, days: readonly PlainDate[]): Promise<(Board | undefined)[]> {
    const id = await this.projectId(code);
    const found: (Board | undefined)[] = [];
    for (const day of days) {
      const holder = (await holdersOf(this.system.data.manager, [id], day)).get(id)?.id;
      found.push(BOARDS.find((board) => this.idOf(board) === holder));
    }
    return found;
  }

  /** A plan of the finance office that names an owner; what is asked about the owner is answered with `answer`. */
  plan(
    decision: { readonly number: string; readonly date: string },
    amounts: Readonly<Record<string, number>>,
    owner: Board | null,
    answer?: 'keep' | 'hand-over',
    /** The owner's name as the plan has it. */
    written = owner === null ? null : BOARD_NAMES[owner],
  ): Promise<Done> {
    const reading = planReading(
      { ...decision, mode: 'adjustment' },
      Object.fromEntries(Object.entries(amounts).map(([code, unspecified]) => [code, { unspecified }])),
    );
    const allocations = reading.allocations.map((line) => ({ ...line, owner: written }));
    return this.approve(this.system.finance, { ...reading, allocations }, answer);
  }

  report(board: Board, day: string, disbursed: Readonly<Record<string, number>>): Promise<Done> {
    const lines = Object.entries(disbursed).map(([code, amount]) => [code, [{ disbursed: amount }]] as const);
    return this.approve(
      this.reporter(board),
      disbursementReading(day, Object.fromEntries(lines), { coverage: 'partial' }),
    );
  }

  /** As the sender's checks leave it, with all that they ask answered. */
  async ready(sender: Actor, reading: Reading, owner = 'keep'): Promise<string> {
    const { app, data } = this.system;
    const id = await readyReturn(this.system, sender, reading);
    await app.get(RecheckReturn).recheck(id);
    await data.query(
      `UPDATE returns.return SET answers = coalesce((
         SELECT jsonb_agg(jsonb_build_object('code', f->>'code', 'sheet', f->>'sheet', 'cell', f->>'cell',
           'asked', f->>'value', 'reason', 'so it is',
           'value', CASE f->>'code' WHEN 'RET-DECISION-AGAIN' THEN 'replacement' WHEN 'RET-PROJECT-OWNER' THEN $2
             WHEN 'RET-PROJECT-UNKNOWN' THEN 'new' END))
         FROM returns.return_reading rr, json_array_elements(rr.findings) f WHERE rr.return_id = $1 AND f->>'severity' = 'question'
       ), '[]') WHERE id = $1`,
      [id, owner],
    );
    return id;
  }

  async approve(sender: Actor, reading: Reading, owner?: string): Promise<Done> {
    const { app } = this.system;
    const id = await this.ready(sender, reading, owner);
    await app.get(SubmitReturn).submit(sender, id);
    const done = await app.get(ApproveReturn).approve(this.district, id, { reason: 'so it is' });
    await recomputeOpen(this.system);
    return { id, done };
  }

  async revert(id: string): Promise<StepDone> {
    const done = await this.system.app.get(RevertReturn).revert(this.district, id, 'a slip');
    await recomputeOpen(this.system);
    return done;
  }

  /** A person sets the owner, for all days or from one on. */
  async setOwner(code: string, board: Board, ownerSince?: PlainDate): Promise<void> {
    await this.system.app.get(ChangeProject).change(this.district, await this.projectId(code), {
      ownerId: this.idOf(board),
      ...(ownerSince === undefined ? {} : { ownerSince }),
    });
  }
}

export const days = (...texts: readonly string[]): PlainDate[] => texts.map((text) => plainDate(text));
