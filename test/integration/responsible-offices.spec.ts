import {
  ActOnBlocker,
  ChangeBlocker,
  ContinueOrStopFile,
  ListBlockers,
  OpenBlocker,
  ProposeOnBlocker,
  RebuildBlockers,
  SetResponsibleOffice,
  SummarizeBlockers,
  ViewBlocker,
  ViewProjectPage,
} from '@thongvon/blockers';
import { plainDate } from '@thongvon/kernel';
import { FindProject } from '@thongvon/land-clearance';
import type { Actor } from '@thongvon/organizations';
import { disbursementReading, planReading } from '../factories/reading';
import { blockerOffices } from '../support/blocker-offices';
import { DEFAULTS, REFUSED, reportedBlockers, ROAD } from '../support/reported-blockers';
import { startTestSystem, type TestSystem } from '../support/test-system';

const TODAY = { ...DEFAULTS, asOf: plainDate('2023-06-23') };

describe('the office that must act on a blocker', () => {
  let system: TestSystem;
  let phu: Actor;
  let nam: Actor;
  let board: Actor;
  beforeEach(async () => {
    system = await startTestSystem(new Date('2023-06-23T08:00:00+07:00'));
    ({ board } = system);
    phu = await person(await office('UBND xã Bình Phú', district()));
    nam = await person(await office('UBND xã Bình Nam', district()));
  });
  afterEach(() => system.close());
  const { approve, table, only } = reportedBlockers(() => system);
  const { office, person, blocker } = blockerOffices(() => system);
  const district = (): string => system.finance.organizationId;
  const seenBy = async (actor: Actor, more: object = {}) =>
    (await system.app.get(ListBlockers).list(actor, { ...TODAY, limit: 50, ...more })).items;
  const detail = (actor: Actor, id: string, asOf = '2023-06-23') =>
    system.app.get(ViewBlocker).view(actor, id, { ...DEFAULTS, asOf: plainDate(asOf) });
  const propose = () => system.app.get(ProposeOnBlocker);
  const set = (actor: Actor, id: string, to: string | null) =>
    system.app.get(SetResponsibleOffice).set(actor, id, to);

  describe('is found in the words', () => {
    it('of a return, in full or abbreviated, with the words and their cell kept beside it', async () => {
      await table('2023-06-21', { blocker: REFUSED, responsibleUnit: 'UBND X. Bình Phú' });
      const found = await only('2023-06-23');
      expect(found).toMatchObject({
        responsibleUnit: 'UBND X. Bình Phú',
        responsibleOffice: { id: phu.organizationId, name: 'UBND xã Bình Phú' },
        turn: { office: { id: phu.organizationId }, basis: 'responsible-office', since: '2023-06-21' },
      });
      const { history } = await detail(board, found.id);
      expect(history).toMatchObject([
        {
          type: 'named',
          source: { sheet: 'G', cell: 'M2' },
          changes: { responsibleUnit: 'UBND X. Bình Phú', responsibleOfficeId: phu.organizationId },
        },
      ]);
      expect(await seenBy(phu)).toMatchObject([{ id: found.id }]);
      expect(await seenBy(nam)).toEqual([]);
    });

    it('never where they mean none or several: the owner is asked, with candidates, and says it', async () => {
      await table('2023-06-21', { blocker: REFUSED, responsibleUnit: 'UBND xã Bình Phú, UBND xã Bình Nam' });
      const [found] = await seenBy(board, { attention: 'no-office' });
      const id = found?.id ?? '';
      expect(found).toMatchObject({
        responsibleOffice: null,
        turn: { office: { id: board.organizationId }, basis: 'project-owner' },
      });
      const { officeCandidates, mayAct } = await detail(board, id);
      expect(officeCandidates.map(({ name }) => name)).toEqual(['UBND xã Bình Nam', 'UBND xã Bình Phú']);
      expect(mayAct).toContain('set-office');
      await expect(set(phu, id, phu.organizationId)).rejects.toMatchObject({ code: 'BLOCKER-NOT-FOUND' });
      await set(system.finance, id, phu.organizationId);
      await set(system.finance, id, phu.organizationId);
      const { history, ...after } = await detail(phu, id);
      expect(after).toMatchObject({
        responsibleUnit: 'UBND xã Bình Phú, UBND xã Bình Nam',
        responsibleOffice: { id: phu.organizationId },
        officeCandidates: [],
      });
      expect(history.map(({ type, changes, office: by }) => [type, changes, by?.id ?? null])).toMatchObject([
        ['named', {}, null],
        ['changed', { responsibleOfficeId: phu.organizationId }, district()],
      ]);
      expect(await seenBy(board, { attention: 'no-office' })).toEqual([]);
    });

    it('never outside what lies below the owner’s top office, and not of one that has ended', async () => {
      const elsewhere = await office('UBND tỉnh khác', null);
      await office('UBND xã Bình Trung', elsewhere);
      const ended = await office('UBND xã Bình Lãnh', district());
      await system.data.query(
        `UPDATE organizations.organization SET effective_to = '2023-01-31', successor_id = $2 WHERE id = $1`,
        [ended, nam.organizationId],
      );
      for (const responsibleUnit of ['UBND xã Bình Trung', 'UBND xã Bình Lãnh']) {
        const id = await blocker(board, { responsibleUnit });
        expect(await detail(board, id)).toMatchObject({ responsibleUnit, responsibleOffice: null });
      }
      const [last] = await seenBy(board, { attention: 'no-office', q: 'binh lanh' });
      expect((await detail(board, last?.id ?? '')).officeCandidates).toEqual([
        { id: nam.organizationId, name: 'UBND xã Bình Nam' },
      ]);
      await expect(set(board, last?.id ?? '', elsewhere)).rejects.toMatchObject({ code: 'OFFICE-UNKNOWN' });
      await expect(set(board, last?.id ?? '', ended)).rejects.toMatchObject({ code: 'OFFICE-UNKNOWN' });
    });

    it('of before it was founded, at once: what waits for it is on its page on the first day', async () => {
      await table('2023-06-21', { blocker: REFUSED, responsibleUnit: 'UBND xã Bình Triều' });
      expect(await seenBy(board, { attention: 'no-office' })).toHaveLength(1);
      const trieu = await person(await office('UBND xã Bình Triều', district()));
      expect(await seenBy(trieu)).toMatchObject([
        {
          responsibleUnit: 'UBND xã Bình Triều',
          turn: { office: { id: trieu.organizationId }, since: '2023-06-21' },
        },
      ]);
      const step = await positions();
      await system.app.get(RebuildBlockers).rebuild();
      expect(await positions()).toEqual(step);
    });

    it('of a person, who changes them, as well', async () => {
      const id = await blocker(board, { responsibleUnit: 'UBND xã Bình Phú' });
      expect(await seenBy(phu)).toMatchObject([{ id }]);
      await system.app.get(ChangeBlocker).change(board, id, { responsibleUnit: 'UBND xã Bình Nam' });
      expect(await seenBy(phu)).toEqual([]);
      expect(await seenBy(nam)).toMatchObject([{ id, responsibleOffice: { id: nam.organizationId } }]);
    });
  });

  it('sees the blocker and the clearance of its project, what is held, and no other figures', async () => {
    await approve(
      planReading({ number: '1/QĐ', date: '2023-01-05', mode: 'initial' }, { [ROAD]: { tinh: 1000 } }),
    );
    await approve(disbursementReading('2023-06-14', { [ROAD]: [{ disbursed: 300 }] }));
    await table('2023-06-21', {
      households: 52,
      handedOver: 6,
      blocker: REFUSED,
      responsibleUnit: 'UBND xã Bình Phú',
    });
    const { id, project } = await only('2023-06-23');
    expect(await seenBy(phu)).toMatchObject([
      {
        id,
        capitalHeld: 700n,
        capitalHeldBasis: { planned: null, disbursed: null, withheld: true },
      },
    ]);
    const held = await system.app.get(SummarizeBlockers).summarize(phu, TODAY);
    expect(held).toMatchObject({ blockers: 1, projects: 1, capitalHeld: 700n, remaining: null, share: null });
    // No part of its own plan, as the overview counts it.
    const own = (actor: Actor) =>
      system.app.get(SummarizeBlockers).ofOwnProjects(actor, TODAY, system.data.manager);
    expect(await own(phu)).toMatchObject({ projects: 0, capitalHeld: null });
    expect(await own(board)).toMatchObject({ projects: 1, capitalHeld: 700n });
    const page = () => system.app.get(ViewProjectPage).view(phu, project.id, TODAY);
    expect(await page()).toMatchObject({
      values: expect.arrayContaining([{ measure: 'households', unit: 'household', value: '52' }]) as object,
      blockers: [{ id }],
      held: { capitalHeld: 700n },
      actions: [{ blockerId: id }],
      remarks: [],
      closing: [],
    });
    // Another blocker of the same project that isn't its own.
    const others = await blockerOf(project.id);
    expect((await page()).blockers.map((one) => one.id)).toEqual([id]);
    expect((await page()).actions.map(({ blockerId }) => blockerId)).toEqual([id]);
    await expect(detail(phu, others)).rejects.toMatchObject({ code: 'BLOCKER-NOT-FOUND' });
    await expect(system.app.get(ContinueOrStopFile).make(phu, project.id, TODAY)).rejects.toMatchObject({
      code: 'PROJECT-NOT-FOUND',
    });
    await expect(system.app.get(FindProject).find(phu, project.id)).rejects.toMatchObject({
      code: 'PROJECT-NOT-FOUND',
    });
    // Once it is no longer its turn nothing of the project is left in sight.
    await set(board, id, nam.organizationId);
    await expect(page()).rejects.toMatchObject({ code: 'PROJECT-NOT-FOUND' });
  });

  it('writes what it does, and nothing that is the owner’s to say', async () => {
    const id = await blocker(board, { responsibleUnit: 'UBND xã Bình Phú' });
    const acting = system.app.get(ActOnBlocker);
    await acting.act(phu, id, 'work', { text: 'Đã đối thoại với các hộ' });
    const { history, mayAct } = await detail(system.finance, id);
    expect(history.at(-1)).toMatchObject({ type: 'work', office: { name: 'UBND xã Bình Phú' } });
    expect(mayAct).toEqual(['set-office']);
    const refused = { code: 'NOT-YOURS-TO-ACT', status: 403 };
    await expect(acting.close(phu, id, { text: 'xong' })).rejects.toMatchObject(refused);
    await expect(acting.reopen(phu, id, { text: 'còn' })).rejects.toMatchObject(refused);
    await expect(
      system.app.get(ChangeBlocker).change(phu, id, { due: plainDate('2024-01-01') }),
    ).rejects.toMatchObject(refused);
    await expect(acting.act(nam, id, 'work', { text: 'x' })).rejects.toMatchObject({
      code: 'BLOCKER-NOT-FOUND',
    });
  });

  it('asks for another day, which others grant; how late it was stays in the history', async () => {
    const id = await blocker(board, { responsibleUnit: 'UBND xã Bình Phú', due: '2023-06-03' });
    const due = plainDate('2023-06-30');
    const reason = 'Chờ giá đất';
    await expect(propose().proposeDue(board, id, { due, reason })).rejects.toMatchObject({
      code: 'NOT-YOURS-TO-ACT',
    });
    await expect(
      propose().proposeDue(phu, id, { due: plainDate('2023-06-22'), reason }),
    ).rejects.toMatchObject({ code: 'DUE-BEFORE-TODAY' });
    await expect(propose().proposeDue(phu, id, { due, reason: ' … ' })).rejects.toMatchObject({
      code: 'TEXT-BLANK',
    });
    // Two at once: one is open, and the other is refused.
    const two = await Promise.allSettled([
      propose().proposeDue(phu, id, { due, reason }),
      propose().proposeDue(phu, id, { due: plainDate('2023-07-15'), reason }),
    ]);
    expect(two.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { code: 'PROPOSAL-OPEN' } },
    ]);
    const asked = await detail(board, id);
    const proposal = asked.dueProposal?.id ?? '';
    expect(asked).toMatchObject({
      due: '2023-06-03',
      daysOverdue: 20,
      dueProposal: { by: { name: 'UBND xã Bình Phú' }, on: '2023-06-23' },
      turn: { office: { id: phu.organizationId } },
    });
    expect((await seenBy(board, { attention: 'proposal-open' })).map((one) => one.id)).toEqual([id]);
    const decided = { proposal, decision: 'accepted' } as const;
    await expect(propose().decideDue(phu, id, decided)).rejects.toMatchObject({ code: 'NOT-YOURS-TO-ACT' });
    await expect(propose().decideDue(board, id, { ...decided, proposal: '999999' })).rejects.toMatchObject({
      code: 'PROPOSAL-GONE',
    });
    await expect(propose().decideDue(board, id, { ...decided, decision: 'refused' })).rejects.toMatchObject({
      code: 'REASON-MISSING',
    });
    const leader = await person(district(), 'leader');
    await propose().decideDue(leader, id, decided);
    await propose().decideDue(leader, id, decided);
    const after = await detail(phu, id);
    expect(after).toMatchObject({ due: asked.dueProposal?.due, daysOverdue: 0, dueProposal: null });
    expect(after.history.map(({ type }) => type)).toEqual(['opened', 'due-proposed', 'due-accepted']);
    expect(after.history.at(-1)?.changes).toMatchObject({
      proposal: { of: proposal, dueBefore: '2023-06-03', daysOverdue: 20 },
    });
  });

  it('hands it over only with the other office’s yes; who gave it away sees it as on its own days', async () => {
    const id = await blocker(board, { responsibleUnit: 'UBND xã Bình Phú' });
    const reason = 'Khu đất thuộc xã Bình Nam';
    const offer = async () => {
      await propose().proposeHandover(phu, id, { organizationId: nam.organizationId, reason });
      return (await detail(nam, id)).handoverProposal?.id ?? '';
    };
    await expect(
      propose().proposeHandover(phu, id, { organizationId: phu.organizationId, reason }),
    ).rejects.toMatchObject({ code: 'OFFICE-ALREADY-RESPONSIBLE' });
    const first = await offer();
    // Meanwhile it is still the first one's turn; the other only answers.
    expect(await seenBy(nam)).toMatchObject([{ id, turn: { office: { id: phu.organizationId } } }]);
    expect((await detail(nam, id)).mayAct).toEqual(['decide-handover']);
    await expect(system.app.get(ActOnBlocker).act(nam, id, 'work', { text: 'x' })).rejects.toMatchObject({
      code: 'NOT-YOURS-TO-ACT',
    });
    await expect(
      propose().decideHandover(board, id, { proposal: first, decision: 'accepted' }),
    ).rejects.toMatchObject({ code: 'NOT-YOURS-TO-ACT' });
    await propose().decideHandover(nam, id, {
      proposal: first,
      decision: 'refused',
      reason: 'Không thuộc xã',
    });
    await expect(detail(nam, id)).rejects.toMatchObject({ code: 'BLOCKER-NOT-FOUND' });
    const second = await offer();
    await propose().withdrawHandover(phu, id, { proposal: second });
    expect(await seenBy(nam)).toEqual([]);
    const third = await offer();
    await propose().decideHandover(nam, id, { proposal: third, decision: 'accepted' });
    expect(await seenBy(nam)).toMatchObject([
      {
        id,
        responsibleUnit: 'UBND xã Bình Nam',
        turn: { office: { id: nam.organizationId }, since: '2023-06-23' },
        handoverProposal: null,
      },
    ]);
    expect(await seenBy(phu)).toEqual([]);
    const before = await detail(phu, id, '2023-06-22');
    expect(before.history.map(({ type }) => type)).toEqual(['opened']);
    expect(before.mayAct).toEqual([]);
    expect((await detail(board, id)).history.map(({ type }) => type)).toEqual([
      'opened',
      ...['handover-proposed', 'handover-refused', 'handover-proposed', 'handover-withdrawn'],
      ...['handover-proposed', 'handover-accepted'],
    ]);
    const step = await positions();
    await system.app.get(RebuildBlockers).rebuild();
    expect(await positions()).toEqual(step);
  });

  function blockerOf(projectId: string): Promise<string> {
    return system.app.get(OpenBlocker).open(board, {
      projectId,
      segmentId: null,
      description: 'Nhà thầu dừng thi công',
      openedOn: plainDate('2023-06-10'),
    });
  }

  const positions = (): Promise<object[]> =>
    system.data.query('SELECT * FROM blockers.blocker_position ORDER BY blocker_id, valid_from');
});
