import { Workbook } from 'exceljs';
import type {
  BlockerDetailView,
  PreviewView,
  ProjectClearancePageView,
  SessionView,
} from '@thongvon/api-contract';
import type { District, SeenReturn } from '../../support/district';

type Agent = District['board'];

/** What its tests use of the spec that they stand in, which starts the district. */
interface Shared {
  readonly district: () => District;
  readonly previewOf: (seen: SeenReturn) => PreviewView;
  /** Submits a return and approves it. */
  readonly approve: (id: string) => Promise<void>;
}

/** Tests of remarks that clearance tables make on projects: proposed, declined, taken back, opened as blockers. */
export function remarksOnOthers({ district, previewOf, approve }: Shared): void {
  type Project = readonly [code: string, name: string];
  const STREET: Project = ['7839015', 'Đường Đông Sơn'];
  const BRIDGE: Project = ['7915442', 'Cầu Tây Giang'];
  const WAITS = 'Đang bổ sung hồ sơ, dự kiến tháng 7';
  const REFUSES = '03 hộ chưa đồng ý kiểm đếm';
  const CHANGED = WAITS.replace('7', '8');
  const ids = new Map<string, string>();
  let first = '';
  let before: object;
  let admin: Agent;

  beforeAll(async () => {
    const { body } = await district().finance.get('/api/session').expect(200);
    const { user } = body as SessionView;
    await district().api.user('admin@thongvon.test', 'administrator', user.organizationId);
    admin = await district().api.signedIn('admin@thongvon.test');
  });

  /** A clearance table with a column of notes and none for blockers: a remark on the street, and one on the bridge. */
  async function remarked(day: string, ...notes: [string, string]): Promise<SeenReturn> {
    const book = new Workbook();
    const sheet = book.addWorksheet('GPMB');
    sheet.addRow(['TIẾN ĐỘ GIẢI PHÓNG MẶT BẰNG']);
    sheet.addRow([`(Số liệu đến ngày ${day})`]);
    sheet.addRow(['TT', 'Mã dự án', 'Tên dự án', 'Số hộ bị ảnh hưởng', 'Số hộ đã bàn giao', 'Ghi chú']);
    [STREET, BRIDGE].forEach((project, at) => sheet.addRow([at + 1, ...project, 5, 1, notes[at]]));
    const reply = await district()
      .board.post('/api/returns')
      .field('coverage', 'partial')
      .attach('file', Buffer.from(await book.xlsx.writeBuffer()), 'ghi-chu.xlsx')
      .expect(202);
    return district().read(district().board, (reply.body as { id: string }).id);
  }
  const inReturn = async (id: string): Promise<unknown> =>
    previewOf(await district().read(district().board, id)).remarks?.map(({ state, text }) => [state, text]);
  async function onProject([code]: Project): Promise<readonly object[]> {
    const at = `/api/land-clearance/projects/${ids.get(code)}?asOf=2023-06-23`;
    return ((await district().leader.get(at).expect(200)).body as ProjectClearancePageView).remarks;
  }
  const source = (cell: string) => ({ returnId: first, sheet: 'GPMB', cell });
  const say = (who: Agent, type: string, [code]: Project, cell: string) =>
    who.post('/api/remarks/decisions').send({ projectId: ids.get(code), type, source: source(cell) });
  const openFrom = (who: Agent, cell: string) =>
    who
      .post('/api/blockers')
      .send({ projectId: ids.get(BRIDGE[0]), description: REFUSES, source: source(cell) });
  const held = async (): Promise<object> =>
    (await district().leader.get('/api/blockers/summary').expect(200)).body as object;
  async function audited(): Promise<string[]> {
    const { body } = await admin.get('/api/audit-trail?limit=500').expect(200);
    const actions = (body as { items: { action: string }[] }).items.map(({ action }) => action);
    return actions.filter((action) => action.startsWith('remark.'));
  }

  it('proposes them to people: they open no blocker, hold no capital and raise no alert', async () => {
    for (const [code] of [STREET, BRIDGE]) {
      const { body } = await district().leader.get(`/api/projects?q=${code}`).expect(200);
      ids.set(code, (body as { items: { id: string }[] }).items[0]?.id ?? '');
    }
    before = await held();
    first = (await remarked('15/6/2023', WAITS, REFUSES)).id;
    const both = [
      ['proposed', WAITS],
      ['proposed', REFUSES],
    ];
    expect(await inReturn(first)).toEqual(both);
    await approve(first);
    expect(await inReturn(first)).toEqual(both);
    expect(await held()).toEqual(before);
    for (const project of [STREET, BRIDGE]) {
      const blockers = await district()
        .leader.get(`/api/blockers?projectId=${ids.get(project[0])}`)
        .expect(200);
      expect(blockers.body).toMatchObject({ total: 0 });
      const alerts = await district().leader.get(`/api/alerts?q=${project[0]}`).expect(200);
      expect(alerts.body).toMatchObject({ total: 0 });
    }
    expect(await onProject(STREET)).toMatchObject([
      { text: WAITS, state: 'proposed', asOf: '2023-06-15', source: source('F4'), mayDecide: true },
    ]);
  });

  it('lets the finance office say that one is none, and nobody else, nor of another cell', async () => {
    await say(district().leader, 'declined', STREET, 'F4').expect(403);
    await say(district().commune, 'declined', STREET, 'F4').expect(404);
    // The remark on the other project, a number, and what there is nothing to take back of.
    for (const cell of ['F5', 'D4'])
      expect((await say(district().finance, 'declined', STREET, cell).expect(422)).body).toMatchObject({
        code: 'REMARK-UNKNOWN',
      });
    await say(district().finance, 'reconsidered', STREET, 'F4').expect(200);
    expect(await audited()).toEqual([]);
    const said = await say(district().finance, 'declined', STREET, 'F4').expect(200);
    expect(said.body).toMatchObject({ state: 'declined', text: WAITS });
    await say(district().finance, 'declined', STREET, 'F4').expect(200);
    expect(await audited()).toEqual(['remark.declined']);
    expect(await inReturn(first)).toEqual([
      ['declined', WAITS],
      ['proposed', REFUSES],
    ]);
    expect(await onProject(STREET)).toMatchObject([
      { text: WAITS, state: 'declined', decidedBy: 'Người finance-officer' },
    ]);
  });

  it('lets the board open a blocker from the other, once, which keeps its cell', async () => {
    await openFrom(district().finance, 'F5').expect(403);
    expect((await openFrom(district().board, 'F4').expect(422)).body).toMatchObject({
      code: 'REMARK-UNKNOWN',
    });
    const opened = await openFrom(district().board, 'F5').expect(201);
    const { id, history } = opened.body as BlockerDetailView;
    expect(opened.body).toMatchObject({ openedFrom: source('F5'), state: 'open' });
    expect(history).toMatchObject([{ type: 'opened', source: source('F5') }]);
    const listed = await district()
      .leader.get(`/api/blockers?projectId=${ids.get(BRIDGE[0])}`)
      .expect(200);
    expect(listed.body).toMatchObject({ total: 1, items: [{ id, openedFrom: source('F5') }] });
    const again = await openFrom(district().board, 'F5').expect(409);
    expect(again.body).toMatchObject({ code: 'REMARK-ACCEPTED', blockerId: id });
    expect((await say(district().board, 'declined', BRIDGE, 'F5').expect(409)).body).toMatchObject({
      code: 'REMARK-ACCEPTED',
    });
    expect(await onProject(BRIDGE)).toEqual([]);
    expect(await held()).not.toEqual(before);
  });

  it('proposes neither again next week, only what says something else or was taken back', async () => {
    const same = await remarked('22/6/2023', `${WAITS.toUpperCase()}.`, REFUSES.replace('03', '3'));
    expect(await inReturn(same.id)).toEqual([]);
    await approve(same.id);
    expect(await onProject(STREET)).toMatchObject([{ state: 'declined' }]);
    expect(await onProject(BRIDGE)).toEqual([]);
    const other = await remarked('23/6/2023', CHANGED, REFUSES);
    expect(await inReturn(other.id)).toEqual([['proposed', CHANGED]]);
    await say(district().board, 'reconsidered', STREET, 'F4').expect(200);
    expect(await inReturn(same.id)).toEqual([['proposed', `${WAITS.toUpperCase()}.`]]);
    expect(await onProject(STREET)).toMatchObject([{ state: 'proposed', asOf: '2023-06-22' }]);
    expect(await audited()).toEqual(['remark.reconsidered', 'remark.declined']);
  });
}
