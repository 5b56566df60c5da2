import { randomUUID } from 'node:crypto';
import { plainDate } from '@thongvon/kernel';
import { EnsureUser, type Actor } from '@thongvon/organizations';
import type { Reading } from '@thongvon/return-reader';
import { ApproveReturn, RecheckReturn, RevertReturn, SubmitReturn, ViewReturn } from '@thongvon/returns';
import { FreezeMissingWeeks, ReviseWeek } from '@thongvon/snapshots';
import { disbursementReading, planReading } from '../factories/reading';
import { answerAll, readyReturn, recomputeOpen } from '../support/ready-return';
import { startTestSystem, type TestSystem } from '../support/test-system';

const ROAD = '7000001';
const PLAN = planReading({ number: '1/QĐ', date: '2023-01-05', mode: 'initial' }, { [ROAD]: { tinh: 600 } });
const FIGURES = disbursementReading('2023-05-24', { [ROAD]: [{ disbursed: 100 }] });
const STATEMENT = disbursementReading('2023-05-24', { [ROAD]: [{ disbursed: 90 }] }, { kind: 'treasury' });
const OFFICE = 'UBND huyện Thử';
const refused = { code: 'FOUR-EYES', status: 409 };

describe('four eyes', () => {
  let system: TestSystem;
  let third: Actor;
  beforeEach(async () => {
    system = await startTestSystem();
    third = await person('finance-third');
  });
  afterEach(() => system.close());

  const person = async (name: string): Promise<Actor> => {
    const { organizationId, scope } = system.finance;
    const account = { email: `${name}@example.test`, name, password: 'a-long-password', organizationId };
    const { user } = await system.app.get(EnsureUser).run({ ...account, role: 'finance-officer' });
    return { userId: user.id, role: user.role, organizationId, scope };
  };
  const submitted = async (sender: Actor, reading: Reading): Promise<string> => {
    const id = await readyReturn(system, sender, reading);
    await answerAll(system, id);
    await system.app.get(SubmitReturn).submit(sender, id);
    return id;
  };
  const approve = async (actor: Actor, id: string): Promise<unknown> => {
    const { status } = await system.app.get(ApproveReturn).approve(actor, id);
    await recomputeOpen(system);
    return status;
  };
  const revert = async (actor: Actor, id: string): Promise<string> =>
    (await system.app.get(RevertReturn).revert(actor, id, 'a slip')).status;
  const view = (actor: Actor, id: string) => system.app.get(ViewReturn).view(actor, id);
  const had = (id: string, type: string, { userId }: Actor): Promise<unknown> =>
    system.data.query(
      `INSERT INTO returns.return_event (return_id, type, status, at, actor_id) VALUES ($1, $2, 'received', now(), $3)`,
      [id, type, userId],
    );

  it.each([
    ['a plan', PLAN],
    ['a Treasury statement', STATEMENT],
    ['a disbursement return', FIGURES],
  ])('lets nobody of the finance office approve %s that he or she sent', async (_, reading) => {
    const id = await submitted(system.finance, reading);
    await expect(approve(system.finance, id)).rejects.toMatchObject({
      ...refused,
      members: { approvers: [{ name: 'approver', organization: OFFICE }, { name: 'finance-third' }] },
    });
    const seen = await view(system.finance, id);
    expect(seen).toMatchObject({
      status: 'submitted',
      mayApprove: false,
      approval: {
        mayApprove: false,
        whyNot: 'four-eyes',
        message: expect.stringContaining('approver') as string,
      },
    });
    expect((await view(system.approver, id)).approval).toMatchObject({
      mayApprove: true,
      whyNot: null,
      message: null,
    });
    expect((await view(system.board, id).catch(() => undefined))?.approval).toBeUndefined();
    expect(await approve(system.approver, id)).toBe('approved');
    // Repeating what is done is no error, whoever repeats it (contract, section 4).
    expect(await approve(system.finance, id)).toBe('approved');
  });

  it.each(['answer', 'map', 'submit', 'received'])('counts who did "%s" as one who sent it', async (type) => {
    const id = await submitted(system.board, FIGURES);
    await had(id, type, system.approver);
    await expect(approve(system.approver, id)).rejects.toMatchObject(refused);
    expect(await approve(system.finance, id)).toBe('approved');
    await expect(revert(system.approver, id)).rejects.toMatchObject(refused);
  });

  it('says what to do where no second person is left, and lets nobody by', async () => {
    const id = await submitted(system.finance, PLAN);
    await had(id, 'answer', system.approver);
    await had(id, 'map', third);
    const everybody = [system.finance, system.approver, third];
    for (const actor of everybody) await expect(approve(actor, id)).rejects.toMatchObject(refused);
    const { approval } = await view(system.approver, id);
    expect(approval.approvers).toEqual([]);
    expect(approval.message).toContain('đề nghị quản trị tạo thêm một tài khoản');
  });

  it('lists for each reader what he or she may approve', async () => {
    const id = await submitted(system.finance, PLAN);
    const may = async (actor: Actor): Promise<boolean | undefined> =>
      (await system.app.get(ViewReturn).list(actor, { limit: 5 })).items.find((one) => one.id === id)
        ?.mayApprove;
    expect([await may(system.finance), await may(system.approver), await may(third)]).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('lets nobody revert alone what he or she sent; who approved it may', async () => {
    const id = await submitted(system.finance, PLAN);
    await approve(system.approver, id);
    await expect(revert(system.finance, id)).rejects.toMatchObject(refused);
    expect((await view(system.finance, id)).approval).toMatchObject({
      mayRevert: false,
      whyNoReversion: expect.stringContaining('approver') as string,
    });
    expect((await view(system.approver, id)).approval).toMatchObject({
      mayRevert: true,
      whyNoReversion: null,
    });
    expect(await revert(system.approver, id)).toBe('reverted');
    expect(await revert(system.finance, id)).toBe('reverted');
  });

  it('holds in the database, whoever writes to it', async () => {
    const id = await submitted(system.finance, PLAN);
    await had(id, 'answer', third);
    const write = (change: string, by: Actor): Promise<unknown> =>
      system.data.query(`UPDATE returns.return SET ${change} WHERE id = $1`, [id, by.userId]);
    const approves = `status = 'approved', approved_at = now(), approved_by = $2`;
    await expect(write(approves, system.finance)).rejects.toThrow(/four eyes/);
    await expect(write(approves, third)).rejects.toThrow(/four eyes/);
    await expect(write(`approved_by = $2`, third)).rejects.toThrow(/four eyes/);
    await expect(
      write(`status = CASE WHEN $2::uuid IS NULL THEN status ELSE 'approved' END`, third),
    ).rejects.toThrow(/four eyes/);
    await expect(write(`uploaded_by = $2`, system.approver)).rejects.toThrow(/never changed/);
    await write(approves, system.approver);
    await expect(write(`submitted_by = $2`, system.approver)).rejects.toThrow(/never changed/);
    await expect(write(`status = 'reverted', reverted_by = $2`, third)).rejects.toThrow(/four eyes/);
    await write(`status = 'reverted', reverted_by = $2`, system.approver);
    await expect(
      system.data.query(
        `INSERT INTO returns.return (id, organization_id, uploaded_by, approved_by, file_sha256, file_name, status, received_at)
         SELECT $2, organization_id, uploaded_by, uploaded_by, file_sha256, 'x', 'approved', now() FROM returns.return WHERE id = $1`,
        [id, randomUUID()],
      ),
    ).rejects.toThrow(/four eyes/);
  });

  it('leaves what was approved before the rule as it was: it can be replaced, reinstated and reverted', async () => {
    const id = await submitted(system.finance, STATEMENT);
    await system.data.query('ALTER TABLE returns.return DISABLE TRIGGER four_eyes');
    await system.data.query(`UPDATE returns.return SET approved_by = uploaded_by WHERE id = $1`, [id]);
    await approve(system.approver, id);
    await system.data.query(`UPDATE returns.return SET approved_by = uploaded_by WHERE id = $1`, [id]);
    await system.data.query('ALTER TABLE returns.return ENABLE TRIGGER four_eyes');
    const more = disbursementReading('2023-05-24', { [ROAD]: [{ disbursed: 95 }] }, { kind: 'treasury' });
    const other = await submitted(system.finance, more);
    await approve(system.approver, other);
    expect((await view(system.approver, id)).status).toBe('superseded');
    await revert(system.approver, other);
    expect((await view(system.approver, id)).status).toBe('approved');
    expect(await revert(system.approver, id)).toBe('reverted');
  });

  it('freezes a week again only at the wish of somebody who sent none of what changes it', async () => {
    const at = <T>(day: string, work: () => Promise<T>): Promise<T> =>
      system.clock.at(new Date(`${day}T08:00:00+07:00`), work);
    const week = plainDate('2023-06-08');
    await at('2023-06-07', async () => approve(system.approver, await submitted(system.board, FIGURES)));
    await at('2023-06-09', () => system.app.get(FreezeMissingWeeks).run());
    await at('2023-06-10', async () => approve(system.approver, await submitted(system.finance, PLAN)));
    const revise = (actor: Actor) =>
      at('2023-06-10', () => system.app.get(ReviseWeek).revise(actor, week, 'plan came late'));
    await expect(revise(system.finance)).rejects.toMatchObject(refused);
    await expect(
      system.data.query(
        `INSERT INTO snapshots.weekly_cut (week, revision, known_through, reason, requested_by)
         VALUES ($1, 2, '2023-06-10T10:00:00+07:00', 'x', $2)`,
        [week, system.finance.userId],
      ),
    ).rejects.toThrow(/four eyes/);
    expect(await revise(system.approver)).toMatchObject({ week, revision: 2 });
  });

  it('is not asked about a return that nobody has handed in: that says what is to be done first', async () => {
    const id = await readyReturn(system, system.finance, PLAN);
    await system.app.get(RecheckReturn).recheck(id);
    await expect(approve(system.finance, id)).rejects.toMatchObject({ code: 'RETURN-STATE' });
    expect((await view(system.finance, id)).approval).toMatchObject({
      whyNot: 'not-submitted',
      message: null,
    });
  });
});
