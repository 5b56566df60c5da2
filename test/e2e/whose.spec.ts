import { strFromU8, unzipSync } from 'fflate';
import type { Role, TouchedView } from '@thongvon/api-contract';
import { download } from '../support/download';
import { planTable, treasuryTable, weeklyTable, type SmallRow } from '../support/small-returns';
import {
  DAY,
  PROJECTS,
  OFFICES,
  SENDS,
  table,
  decisionNumber,
  NOT_YOURS,
  wordsOf,
  expectNothingOf,
  type Office,
  type Kind,
  fourOffices,
} from './whose/offices';
import { participants } from './whose/participants';
import { unclaimedCodes } from './whose/unclaimed-codes';

const ODD = 'Công trình ghi lạ';

describe("another office's projects", () => {
  const offices = fourOffices();
  const { district, data, officeId, idOf, agentOf, send, approve, ledgers, secretsOf } = offices;
  beforeAll(() => offices.start(), 120_000);
  afterAll(() => offices.close());

  const SENDERS = (['board', 'commune', 'second'] as const).flatMap((office) =>
    (Object.keys(SENDS) as Role[]).flatMap((role) =>
      (SENDS[role] ?? []).map((kind): [Office, Role, Kind] => [office, role, kind]),
    ),
  );

  it.each(SENDERS)(
    'of the %s, a %s’s return of kind %s neither touches nor reads them',
    async (...sender) => {
      const [office, role, kind] = sender;
      const agent = agentOf(office, role);
      const before = await ledgers();
      const others = OFFICES.filter((other) => other !== office);
      const ways = {
        code: others.map((other, i) => ({ code: PROJECTS[other].code, name: `Công trình số ${i + 1}` })),
        name: others.map((other) => ({ code: '', name: PROJECTS[other].name })),
      };
      for (const way of ['code', 'name'] as const) {
        const seen = await send(agent, await table(kind, ways[way]));
        expect([seen.kinds, seen.status]).toEqual([[kind], 'needs-attention']);
        const refused = seen.findings.filter(({ code }) => code === 'RET-PROJECT-NOT-YOURS');
        expect(refused).toEqual(others.map(() => NOT_YOURS));
        expect(wordsOf(refused)).toHaveLength(1);
        expect(new Set(refused.map(({ cell }) => cell)).size).toBe(others.length);
        const secrets = secretsOf(office, way);
        for (const path of ['', '/events', `/cells?sheet=x&cell=A1`]) {
          if (path === '/events') continue;
          expectNothingOf(secrets, (await agent.get(`/api/returns/${seen.id}${path}`)).text, path);
        }
        const { body } = await download(agent, `/api/returns/${seen.id}/marked`);
        const marked = Object.values(unzipSync(new Uint8Array(body as Buffer))).map((part) =>
          strFromU8(part),
        );
        expectNothingOf(secrets, marked.join('\n'), 'marked');

        const [finding] = refused;
        const about = { sheet: finding?.sheet, cell: finding?.cell, asked: finding?.value };
        for (const code of ['RET-PROJECT-NOT-YOURS', 'RET-PROJECT-UNKNOWN']) {
          const answer = { answers: [{ ...about, code, value: idOf(others[0] ?? 'top') }] };
          const reply = await agent.post(`/api/returns/${seen.id}/answers`).send(answer).expect(422);
          expectNothingOf(secretsOf(office, way), reply.text.replaceAll(idOf(others[0] ?? 'top'), ''), code);
        }
        await agent.post(`/api/returns/${seen.id}/submission`).expect(409);
      }
      expect(await ledgers()).toEqual(before);
    },
  );

  it.each(['board', 'commune', 'second'] as const)(
    'of the %s are not read out by any list',
    async (office) => {
      const agent = agentOf(office, 'reporter');
      const { body } = await agent.get('/api/docs-json').expect(200);
      const paths = Object.entries((body as { paths: Record<string, object> }).paths)
        .filter(([path, methods]) => 'get' in methods && !path.includes('events'))
        .map(([path]) => path);
      const secrets = secretsOf(office, 'none');
      for (const path of paths) {
        for (const other of path.includes('{') ? OFFICES.filter((one) => one !== office) : ['']) {
          const address = path.replaceAll(/\{\w+\}/g, other === '' ? '' : idOf(other as Office));
          for (const query of ['?planYear=2023&asOf=2023-06-21', '?kind=land-clearance', '']) {
            const reply = await agent.get(`${address}${query}`).buffer(true);
            const text = reply.text.replaceAll(address, '');
            if (reply.status < 400) expectNothingOf(secrets, text, `${address}${query}`);
          }
        }
      }
    },
  );

  it('are not meant by an answer that an office’s profile remembers', async () => {
    const before = await ledgers();
    for (const office of ['board', 'commune', 'second'] as const) {
      const [other] = OFFICES.filter((one) => one !== office);
      const answer = {
        code: 'RET-PROJECT-UNKNOWN',
        sheet: 'Giải ngân',
        cell: 'C5',
        asked: ODD,
        asks: 'project',
        value: idOf(other ?? 'top'),
        reason: null,
      };
      await data().query(
        `INSERT INTO returns.office_profile (organization_id, answers, updated_at) VALUES ($1, $2, now())
         ON CONFLICT (organization_id) DO UPDATE SET answers = excluded.answers`,
        [officeId(office), JSON.stringify({ answers: [answer] })],
      );
      const agent = agentOf(office, 'reporter');
      for (const kind of ['disbursement', 'land-clearance'] as const) {
        const seen = await send(agent, await table(kind, [{ code: '', name: ODD }]));
        expect(seen.findings).toContainEqual(NOT_YOURS);
        expectNothingOf(
          secretsOf(office, 'none'),
          (await agent.get(`/api/returns/${seen.id}`)).text,
          `${office} ${kind}`,
        );
        await agent.post(`/api/returns/${seen.id}/submission`).expect(409);
      }
      await data().query('DELETE FROM returns.office_profile WHERE organization_id = $1', [officeId(office)]);
    }
    expect(await ledgers()).toEqual(before);
  });

  it('are the finance office’s to report, which sees whose they are before it approves', async () => {
    const rows = OFFICES.map((office) => PROJECTS[office]);
    const seen = await send(agentOf('top', 'finance-officer'), await treasuryTable(DAY, rows));
    expect(seen.findings.filter(({ code }) => code === 'RET-PROJECT-NOT-YOURS')).toEqual([]);
    const { touches } = seen as unknown as { touches: TouchedView[] };
    expect(
      touches.map(({ organization, projects, relation }) => [organization.name, projects, relation]),
    ).toEqual([
      ['UBND huyện Thăng Bình', 1, 'own'],
      ['Ban Quản lý dự án - Đô thị', 1, 'below'],
      ['UBND xã Bình Đào', 1, 'below'],
      ['UBND xã Bình Dương', 1, 'below'],
    ]);
    await agentOf('top', 'finance-officer').post(`/api/returns/${seen.id}/withdrawal`).expect(200);
  });

  participants(offices);

  it('stop a return at its approval that have become another’s since it was handed in', async () => {
    const before = await ledgers();
    const board = agentOf('board', 'reporter');
    const seen = await send(
      board,
      await weeklyTable('21/6/2023', [{ ...PROJECTS.board, completed: 25_000 }]),
    );
    await board.post(`/api/returns/${seen.id}/submission`).expect(200);
    const owner = async (changes: object): Promise<void> => {
      await agentOf('top', 'finance-officer')
        .patch(`/api/projects/${idOf('board')}`)
        .send(changes)
        .expect(200);
    };
    await owner({ ownerId: officeId('second') });
    const refused = await agentOf('top', 'finance-head').post(`/api/returns/${seen.id}/approval`);
    expect([refused.status, (refused.body as { code: string }).code]).toEqual([
      409,
      'RETURN-NEEDS-ATTENTION',
    ]);
    const now = await district().read(board, seen.id);
    expect([now.status, now.findings]).toEqual(['needs-attention', expect.arrayContaining([NOT_YOURS])]);
    await owner({ ownerId: officeId('board') });
    expect(await ledgers()).toEqual(before);

    // Handed over the day after the return's date: on that date it was still the board's.
    await owner({ ownerId: officeId('second'), ownerSince: '2023-06-22' });
    await board.post(`/api/returns/${seen.id}/submission`).expect(200);
    await agentOf('top', 'finance-head').post(`/api/returns/${seen.id}/approval`).expect(202);
    const later = await send(board, await weeklyTable('22/6/2023', [PROJECTS.board]));
    expect(later.findings).toContainEqual(NOT_YOURS);
  });

  describe('with a code that no plan has named', () => unclaimedCodes(offices));

  describe('in a plan of an office below', () => {
    const refusal = async (owner: string, row: SmallRow): Promise<unknown> => {
      const bytes = await planTable(decisionNumber(), '09/6/2023', owner, [row]);
      const seen = await send(agentOf('commune', 'finance-officer'), bytes);
      const found = seen.findings.filter(({ code }) => code === 'RET-PROJECT-NOT-YOURS');
      expect(wordsOf(found).join()).not.toContain(owner);
      return [seen.status, found.length];
    };

    it('get no capital: neither by an owner outside of its subtree, nor by a code that lies with the office above', async () => {
      const stranger = { code: '7410021', name: 'Trạm bơm Bình Hải', planned: 5_000 };
      for (const owner of ['Ban Quản lý dự án - Đô thị', 'UBND xã Bình Đào', 'UBND huyện Thăng Bình'])
        expect(await refusal(owner, stranger)).toEqual(['needs-attention', 1]);
      expect(await refusal('UBND xã Bình Dương', stranger)).toEqual(['ready', 0]);

      const unclaimed = { code: '7410022', name: 'Hồ chứa nước Đông Tiễn', planned: 6_000 };
      const named = await planTable(decisionNumber(), '09/6/2023', '', [unclaimed]);
      await approve(agentOf('top', 'finance-officer'), named);
      expect(await refusal('UBND xã Bình Dương', unclaimed)).toEqual(['needs-attention', 1]);
    });
  });

  it('are summed by office, else by the owner that is written, else as of nobody known', async () => {
    type Group = Readonly<Record<'key' | 'label' | 'planned', string | null>>;
    const byOwner = async (): Promise<Map<string | null, Group>> => {
      const query = 'planYear=2023&asOf=2023-12-31&groupBy=owner';
      const { groups } = (await district().summary(district().finance, query)) as { groups: Group[] };
      return new Map(groups.map((group) => [group.key, group]));
    };
    const before = await byOwner();
    for (const [owner, row] of [
      ['UBND xã Bình Phú', { code: '7410031', name: 'Đường liên thôn Phước Hà', planned: 1_000 }],
      ['ubnd xã Bình Phú', { code: '7410032', name: 'Kênh tưới Lý Trường', planned: 500 }],
      ['', { code: '7410033', name: 'Sân vận động Kế Xuyên', planned: 2_000 }],
    ] as const)
      await approve(
        agentOf('top', 'finance-officer'),
        await planTable(decisionNumber(), '10/1/2023', owner, [row]),
      );
    const after = await byOwner();
    expect(after.get('ubnd xã bình phú')).toMatchObject({
      label: expect.stringMatching(/^ubnd xã bình phú$/i) as string,
      planned: '1500000000',
    });
    const ofNobody = (groups: Map<string | null, Group>): bigint => BigInt(groups.get(null)?.planned ?? 0);
    expect(after.get(null)?.label).toBeNull();
    expect(ofNobody(after) - ofNobody(before)).toBe(2_000_000_000n);
    const key = encodeURIComponent('ubnd xã bình phú');
    const chosen = await district()
      .finance.get(`/api/disbursements/facets?planYear=2023&asOf=2023-12-31&owner=${key}`)
      .expect(200);
    expect(chosen.body).toMatchObject({ total: { projects: 2, planned: '1500000000' } });
  });
});
