import type { FindingView } from '@thongvon/api-contract';
import type { SeenReturn } from '../../support/district';
import { clearanceTable, planTable, weeklyTable } from '../../support/small-returns';
import { decisionNumber, NOT_YOURS, type Agent, type FourOffices } from './offices';

/** Tests of projects with a code that no plan has named: who claims them, and how they come to be another's. */
export function unclaimedCodes({ district, data, agentOf, send, approve }: FourOffices): void {
  const CODE = '7410009';
  const NEW = { code: CODE, name: 'Kè chống sạt lở sông Trường Giang', planned: 900, completed: 40 };
  const unknown = ({ findings }: SeenReturn): FindingView | undefined =>
    findings.find(({ code }) => code === 'RET-PROJECT-UNKNOWN');
  const holder = async (): Promise<unknown[]> =>
    data().query(
      `SELECT o.name, (SELECT json_agg(f.held_until::text) FROM projects.project_former_holder f WHERE f.project_id = p.id) AS handed
       FROM projects.project p JOIN organizations.organization o ON o.id = coalesce(p.owner_id, p.registered_by) WHERE p.code = $1`,
      [CODE],
    );
  const answer = async (sender: Agent, seen: SeenReturn, finding: FindingView, value: string) => {
    const { code, sheet, cell, value: asked } = finding;
    await sender
      .post(`/api/returns/${seen.id}/answers`)
      .send({ answers: [{ code, sheet, cell, asked, value }] })
      .expect(202);
    return district().read(sender, seen.id);
  };

  it.each(['disbursement', 'land-clearance'] as const)(
    'are claimed by a return of kind %s only as its sender says so and the approver sees it',
    async (kind) => {
      const isFirst = kind === 'disbursement';
      const [code, name] = isFirst ? [CODE, NEW.name] : ['7410010', 'Khu tái định cư Bình Dương'];
      const named = { ...NEW, code, name, households: 4, handedOver: 1 };
      const bytes = isFirst
        ? await weeklyTable('31/5/2023', [named])
        : await clearanceTable('31/5/2023', [named]);
      const commune = agentOf('commune', 'reporter');
      const seen = await send(commune, bytes);
      const question = unknown(seen);
      expect(question).toMatchObject({ severity: 'question', asks: 'project', value: code });
      expect(question?.choices?.map(({ value }) => value)).toEqual(['new']);
      await commune.post(`/api/returns/${seen.id}/submission`).expect(409);
      if (!question) throw new Error('nothing is asked');
      const answered = await answer(commune, seen, question, 'new');
      expect([answered.status, unknown(answered)?.severity]).toEqual(['ready', 'info']);
      await commune.post(`/api/returns/${seen.id}/submission`).expect(200);
      const { body } = await agentOf('top', 'finance-head').get(`/api/returns/${seen.id}`).expect(200);
      expect(body).toMatchObject({
        registers: [{ code, name }],
        summary: { registers: 1, lowers: false },
      });
      await agentOf('top', 'finance-head').post(`/api/returns/${seen.id}/approval`).expect(202);
      await district().summary(district().finance, 'planYear=2023&asOf=2023-12-31');
    },
  );

  it('are whose a plan says that names another owner only as a person answers, from its day on', async () => {
    expect(await holder()).toEqual([{ name: 'UBND xã Bình Dương', handed: null }]);
    const finance = agentOf('top', 'finance-officer');
    const plan = (owner: string, day = '08/6/2023') => planTable(decisionNumber(), day, owner, [NEW]);
    const owned = ({ findings }: SeenReturn) => findings.find(({ code }) => code === 'RET-PROJECT-OWNER');

    const kept = await send(finance, await plan('Ban Quản lý dự án - Đô thị', '05/6/2023'));
    const question = owned(kept);
    expect(question).toMatchObject({ severity: 'question', asks: 'choice' });
    for (const part of ['Ban Quản lý dự án - Đô thị', 'UBND xã Bình Dương', CODE])
      expect(question?.message).toContain(part);
    expect(question?.choices?.map(({ value }) => value)).toEqual(['keep', 'hand-over']);
    await finance.post(`/api/returns/${kept.id}/submission`).expect(409);
    if (!question) throw new Error('nothing is asked');
    expect((await answer(finance, kept, question, 'keep')).status).toBe('ready');
    await finance.post(`/api/returns/${kept.id}/submission`).expect(200);
    await agentOf('top', 'finance-head').post(`/api/returns/${kept.id}/approval`).expect(202);
    expect(await holder()).toEqual([{ name: 'UBND xã Bình Dương', handed: null }]);

    // Words that mean no office of ours can't be handed over to, and aren't passed over either.
    const stranger = await send(finance, await plan('Ban QLDA tỉnh'));
    expect(owned(stranger)?.choices?.map(({ value }) => value)).toEqual(['keep']);
    // What the register says already is no question.
    expect(owned(await send(finance, await plan('UBND xã Bình Dương')))).toBeUndefined();

    const handed = await send(finance, await plan('Ban Quản lý dự án - Đô thị'));
    const again = owned(handed);
    if (!again) throw new Error('nothing is asked');
    expect((await answer(finance, handed, again, 'hand-over')).status).toBe('ready');
    await finance.post(`/api/returns/${handed.id}/submission`).expect(200);
    await agentOf('top', 'finance-head').post(`/api/returns/${handed.id}/approval`).expect(202);
    await district().summary(district().finance, 'planYear=2023&asOf=2023-12-31');
    expect(await holder()).toEqual([{ name: 'Ban Quản lý dự án - Đô thị', handed: ['2023-06-08'] }]);

    // Sums by owner, and who may read them, go by whose it was on the day that is asked about.
    const ownerOn = async (reader: Agent, asOf: string): Promise<(string | null)[]> => {
      const { body } = await reader
        .get(`/api/disbursements/projects?planYear=2023&asOf=${asOf}&q=${CODE}`)
        .expect(200);
      const { items } = body as { items: { owner: { name: string | null } }[] };
      return items.map(({ owner }) => owner.name);
    };
    const disbursedOf = async (name: string, asOf: string): Promise<bigint> => {
      const query = `planYear=2023&asOf=${asOf}&groupBy=owner`;
      const { groups } = (await district().summary(district().finance, query)) as {
        groups: { label: string | null; planned: string | null; disbursed: string | null }[];
      };
      return BigInt(groups.find(({ label }) => label === name)?.disbursed ?? 0);
    };
    const [BOARD, COMMUNE] = ['Ban Quản lý dự án - Đô thị', 'UBND xã Bình Dương'];
    expect(await ownerOn(district().finance, '2023-06-07')).toEqual([COMMUNE]);
    expect(await ownerOn(district().finance, '2023-06-08')).toEqual([BOARD]);
    expect(await ownerOn(agentOf('commune', 'reporter'), '2023-06-07')).toEqual([COMMUNE]);
    expect(await ownerOn(agentOf('commune', 'reporter'), '2023-06-08')).toEqual([]);
    expect(await ownerOn(agentOf('board', 'reporter'), '2023-06-07')).toEqual([]);
    expect(await ownerOn(agentOf('board', 'reporter'), '2023-06-08')).toEqual([BOARD]);
    // Of this project 40 million were disbursed by 31 May; what the commune's others had is on both days the same.
    expect((await disbursedOf(COMMUNE, '2023-06-08')) - (await disbursedOf(COMMUNE, '2023-06-07'))).toBe(
      -40_000_000n,
    );

    const weekly = (day: string, completed: number) => weeklyTable(day, [{ ...NEW, completed }]);
    const commune = agentOf('commune', 'reporter');
    expect((await send(commune, await weekly('14/6/2023', 41))).findings).toContainEqual(NOT_YOURS);
    expect((await send(commune, await weekly('07/6/2023', 41))).findings).not.toContainEqual(NOT_YOURS);
    expect(
      (await send(agentOf('board', 'reporter'), await weekly('14/6/2023', 42))).findings,
    ).not.toContainEqual(NOT_YOURS);
  });

  it('go back to their board with the reversion of the plan that handed them over, with all sums', async () => {
    const finance = agentOf('top', 'finance-officer');
    const sums = async (): Promise<unknown> => {
      const { groups, planned, disbursed } = await district().summary(
        district().finance,
        'planYear=2023&asOf=2023-12-31&groupBy=owner',
      );
      return { groups, planned, disbursed };
    };
    const before = await sums();
    const handing = await send(
      finance,
      await planTable(decisionNumber(), '15/6/2023', 'UBND xã Bình Đào', [NEW]),
    );
    const question = handing.findings.find(({ code }) => code === 'RET-PROJECT-OWNER');
    if (!question) throw new Error('nothing is asked');
    await answer(finance, handing, question, 'hand-over');
    await finance.post(`/api/returns/${handing.id}/submission`).expect(200);
    const head = agentOf('top', 'finance-head');
    await head.post(`/api/returns/${handing.id}/approval`).expect(202);
    expect(await sums()).not.toEqual(before);
    const board = agentOf('board', 'reporter');
    const next = await weeklyTable('21/6/2023', [{ ...NEW, completed: 43 }]);
    const stopped = await send(board, next);
    expect(stopped.findings).toContainEqual(NOT_YOURS);
    await board.post(`/api/returns/${stopped.id}/withdrawal`).expect(200);

    const { body } = await head
      .post(`/api/returns/${handing.id}/reversion`)
      .send({ reason: 'nhầm chủ đầu tư' })
      .expect(200);
    expect(body).toMatchObject({
      status: 'reverted',
      movedProjects: [
        {
          project: { code: CODE },
          from: { name: 'UBND xã Bình Đào' },
          to: { name: 'Ban Quản lý dự án - Đô thị' },
        },
      ],
      keptHandovers: [],
    });
    expect(await sums()).toEqual(before);
    await approve(board, next);
  });
}
