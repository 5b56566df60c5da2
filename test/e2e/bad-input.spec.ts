import type { FindingView } from '@thongvon/api-contract';
import { DataSource } from 'typeorm';
import {
  each,
  expectFinding,
  MISTAKEN,
  PLANS_KNOWN,
  UNKNOWN,
  UNREADABLE,
  wholeFile,
} from '../support/bad-file-findings';
import { badFiles } from '../support/bad-files';
import { demoWorkbook, startDistrict, type District } from '../support/district';

describe('bad input', () => {
  let district: District;
  let data: DataSource;

  beforeAll(async () => {
    district = await startDistrict();
    data = district.api.app.get(DataSource);
    for (const plan of ['plan-9001-qd-ubnd', 'plan-adjustment-9188-qd-ubnd'])
      await district.approve(district.finance, plan);
    await district.approve(district.board, 'board-weekly-2023-06-14');
  }, 60_000);
  afterAll(() => district.close());

  /** How many rows each table has. */
  const rowCounts = async (): Promise<Record<string, number>> => {
    const [row] = await data.query<{ counts: Record<string, number> }[]>(
      `SELECT json_object_agg(schemaname || '.' || tablename, (xpath('/row/c/text()',
         query_to_xml(format('SELECT count(*) AS c FROM %I.%I', schemaname, tablename), false, true, '')))[1]::text::int) AS counts
       FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema', 'bullmq')`,
    );
    return row?.counts ?? {};
  };
  /** The tables that `work` adds rows to or takes rows from. */
  const touchedBy = async (work: () => Promise<unknown>): Promise<string[]> => {
    const before = await rowCounts();
    await work();
    const after = await rowCounts();
    return Object.keys(after).filter((table) => after[table] !== before[table]);
  };

  /** What tells of a file that came and what was found in it; no figure, plan, project or register. */
  const KEPT = [
    'audit.audit_entry',
    'returns.return',
    'returns.return_event',
    'returns.return_reading',
    'returns.stored_file',
    'platform.work_intent',
  ];

  /** The worker is well: a good return that comes now is read as if nothing had been. */
  async function expectTheNextReturnToBeRead(): Promise<void> {
    const good = await demoWorkbook('board-weekly-2023-06-21');
    const id = await district.upload(district.board, good, 'tuần 25.xlsx');
    expect(await district.read(district.board, id)).toMatchObject({
      status: 'ready',
      total: { planned: '428137000000', disbursed: '223422000000' },
    });
    await district.board.post(`/api/returns/${id}/withdrawal`).expect(200);
  }

  /** Sends it as the board does, and reads what the system says of it. */
  async function send(bytes: Buffer, status: string): Promise<FindingView[]> {
    let findings: FindingView[] = [];
    const touched = await touchedBy(async () => {
      const id = await district.upload(district.board, bytes, 'Báo cáo tuần 25.xlsx');
      const seen = await district.read(district.board, id);
      expect(seen.status).toBe(status);
      findings = seen.findings;
      const refusal = await district.board.post(`/api/returns/${id}/submission`).expect(409);
      expect(refusal.body).toMatchObject({ code: 'RETURN-NEEDS-ATTENTION' });
    });
    // The bytes may be here already, from someone else.
    expect(KEPT).toEqual(expect.arrayContaining(touched));
    return findings;
  }

  describe('over HTTP', () => {
    it.each(each(UNREADABLE))('fails with what is wrong and what to do: %s', async (file, expected) => {
      const findings = await send(await badFiles[file](), 'failed');
      expect(findings).toHaveLength(1);
      expectFinding(findings, expected);
      await expectTheNextReturnToBeRead();
    });

    it.each(each({ ...MISTAKEN, ...UNKNOWN, ...PLANS_KNOWN }))(
      'needs attention, at the cell and with what to do: %s',
      async (file, expected) => {
        expectFinding(await send(await badFiles[file](), 'needs-attention'), expected);
        await expectTheNextReturnToBeRead();
      },
    );

    it('tells the board that a plan is the finance office’s to send', async () => {
      expectFinding(await send(await demoWorkbook('plan-9001-qd-ubnd'), 'needs-attention'), {
        finding: { ...wholeFile, code: 'RET-KIND-NOT-ALLOWED' },
        vi: /không gửi kế hoạch vốn. Hãy nhờ cơ quan tài chính/,
        en: /doesn't send a capital plan. Ask the finance office/,
      });
      await expectTheNextReturnToBeRead();
    });

    const file = Buffer.from('x');
    it.each<[string, number, string, RegExp, RegExp, () => ReturnType<District['board']['post']>]>([
      [
        '25 MB',
        413,
        'FILE-TOO-LARGE',
        /lớn hơn 20 MB. Hãy xóa/,
        /larger than 20 MB. Delete/,
        () => upload().attach('file', Buffer.alloc(25 * 1024 * 1024), 'a.xlsx'),
      ],
      [
        'two files',
        400,
        'UPLOAD-MALFORMED',
        /đúng một tệp.*Hãy chọn một tệp/,
        /exactly one file.*Choose one file/,
        () => upload().attach('file', file, 'a.xlsx').attach('file', file, 'b.xlsx'),
      ],
      [
        'no file',
        400,
        'UPLOAD-MALFORMED',
        /đúng một tệp.*Hãy chọn một tệp/,
        /exactly one file.*Choose one file/,
        () => upload().field('coverage', 'full'),
      ],
      [
        'no form at all',
        400,
        'UPLOAD-MALFORMED',
        /đúng một tệp.*Hãy chọn một tệp/,
        /exactly one file.*Choose one file/,
        () => upload().send({}),
      ],
      [
        'a kind of return that there is not',
        400,
        'VALIDATION',
        /kind/,
        /kind/,
        () => upload().field('kind', 'weekly').attach('file', file, 'a.xlsx'),
      ],
    ])('refuses %s with a problem, and nothing is left of it', async (_, status, code, vi, en, request) => {
      const touched = await touchedBy(async () => {
        const reply = await request().expect(status);
        expect(reply.get('Content-Type')).toMatch(/^application\/problem\+json/);
        expect(reply.body).toMatchObject({ status, code });
        expect(reply.text).toMatch(vi);
        expect(reply.text).toMatch(en);
      });
      expect(touched).toEqual([]);
      await expectTheNextReturnToBeRead();
    });
    const upload = () => district.board.post('/api/returns');

    it('keeps of 19 MB that are no workbook only what they were, until they come as evidence', async () => {
      // A scan with the signature of PDF: no return, but a proof.
      const scan = Buffer.alloc(19 * 1024 * 1024, 'quét ');
      scan.write('%PDF-1.7');
      const id = await district.upload(district.board, scan, 'quét.xlsx');
      const seen = await district.read(district.board, id);
      expect(seen).toMatchObject({ status: 'failed', findings: [{ code: 'RET-NOT-A-RETURN' }] });
      const kept = () =>
        data.query<object[]>(
          `SELECT f.size, octet_length(f.bytes) AS held, f.whole FROM returns.stored_file f JOIN returns.return r ON r.file_sha256 = f.sha256
           WHERE r.id = $1`,
          [id],
        );
      expect(await kept()).toEqual([{ size: scan.length, held: 4096, whole: false }]);
      const refusal = await district.board.get(`/api/returns/${id}/file`).expect(404);
      expect(refusal.body).toMatchObject({ code: 'FILE-NOT-KEPT' });

      const projects = await district.board.get('/api/projects?limit=1').expect(200);
      const [{ id: projectId }] = (projects.body as { items: [{ id: string }] }).items;
      const proof = await district.board
        .post(`/api/land-clearance/projects/${projectId}/evidence-files`)
        .attach('file', scan, 'quét.pdf')
        .expect(201);
      expect(await kept()).toEqual([{ size: scan.length, held: scan.length, whole: true }]);
      const fetched = await district.board
        .get(`/api/land-clearance/evidence-files/${(proof.body as { id: string }).id}`)
        .expect(200);
      expect(scan.equals(fetched.body as Buffer)).toBe(true);
      // Whole files stay as they are, whoever asks.
      const broken = data.query(`UPDATE returns.stored_file SET bytes = 'x', whole = false WHERE size = $1`, [
        scan.length,
      ]);
      await expect(broken).rejects.toThrow(/append-only/);
    });

    it('has moved no figure by all of this', async () => {
      await district.approve(district.board, 'board-weekly-2023-06-21');
      expect(await district.summary(district.leader, 'planYear=2023&asOf=2023-06-21')).toMatchObject({
        planned: '428137000000',
        disbursed: '223422000000',
        rate: '52.18',
      });
    });
  });
});
