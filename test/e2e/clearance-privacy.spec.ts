import { unzipSync } from 'fflate';
import { DataSource } from 'typeorm';
import { startDistrict, type District } from '../support/district';

/** Made-up people, planted wherever a person can write. */
const NAMES = ['Nguyễn Văn Mẫu', 'Trần Thị Thử', '0905123456', '049123456789'];

describe('what is known of households', () => {
  let district: District;
  let projectId: string;
  beforeAll(async () => {
    district = await startDistrict();
    const { finance, board } = district;
    await district.approve(finance, 'plan-9001-qd-ubnd');
    await district.approve(board, 'board-weekly-2023-06-21');
    const { body } = await board.get('/api/blockers?q=7928830').expect(200);
    const [blocker] = (body as { items: { id: string; project: { id: string } }[] }).items;
    projectId = blocker?.project.id ?? '';
    const at = `/api/blockers/${blocker?.id}`;
    await board
      .post(`${at}/actions`)
      .send({ type: 'work', text: `Vận động hộ ông ${NAMES[0]}, ${NAMES[2]}` })
      .expect(200);
    await board
      .patch(at)
      .send({ description: `Hộ bà ${NAMES[1]} (CCCD ${NAMES[3]}) không đồng ý` })
      .expect(200);
    await board
      .post(`/api/land-clearance/projects/${projectId}/steps/inventory`)
      .send({ started: '2023-06-01', evidence: `Biên bản với ông ${NAMES[0]}` })
      .expect(200);
    const file = await board
      .post(`/api/land-clearance/projects/${projectId}/evidence-files`)
      .attach('file', Buffer.from('%PDF-1.4'), `Cam kết của ông ${NAMES[0]} ${NAMES[3]}.pdf`)
      .expect(201);
    await board
      .post(`/api/land-clearance/projects/${projectId}/steps/plan-hearing`)
      .send({ done: '2023-06-10', proof: { fileId: (file.body as { id: string }).id } })
      .expect(200);
    await board
      .post('/api/blockers/text-check')
      .send({ text: NAMES.join(', ') })
      .expect(200);
    await board.get(`/api/blockers?q=${encodeURIComponent(NAMES[1] ?? '')}`).expect(200);
    await board
      .post('/api/blockers')
      .send({ projectId, description: NAMES[0], capitalHeld: '5' })
      .expect(422);
  }, 60_000);
  afterAll(() => district.close());

  const planted = (text: string): string[] => NAMES.filter((name) => text.includes(name));

  it('is seen by those who work on it', async () => {
    const { text } = await district.board.get(`/api/land-clearance/projects/${projectId}`).expect(200);
    expect(planted(text)).toEqual(NAMES);
  });

  it('stands in no log and no audit entry', async () => {
    expect(planted(district.api.logged.join('\n'))).toEqual([]);
    const audit = await district.api.app.get(DataSource).query<object[]>('SELECT * FROM audit.audit_entry');
    expect(audit.length).toBeGreaterThan(5);
    expect(planted(JSON.stringify(audit))).toEqual([]);
  });

  it('is asked about before it is written down, part by part', async () => {
    const text = `Hộ ông ${NAMES[0]} (${NAMES[2]}) chưa di dời đường điện`;
    const { body } = await district.leader.post('/api/blockers/text-check').send({ text }).expect(200);
    expect(body).toEqual({
      parts: [
        { text: `Hộ ông ${NAMES[0]}`, mark: 'name' },
        { text: ' (', mark: null },
        { text: NAMES[2], mark: 'phone' },
        { text: ') chưa di dời đường điện', mark: null },
      ],
      suggestedCauses: ['utilities'],
    });
  });

  it('does not leave the office in the continue-or-stop file', async () => {
    const reply = await district.leader
      .get(`/api/land-clearance/projects/${projectId}/continue-or-stop?asOf=2023-06-23`)
      .buffer(true)
      .parse((response, done) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => done(null, Buffer.concat(parts)));
      })
      .expect(200);
    const parts = unzipSync(reply.body as Buffer);
    const words = Object.values(parts)
      .map((part) => Buffer.from(part).toString('utf8'))
      .join(' ');
    for (const text of ['Vận động [không nêu tên]', '28.305.629.000\u00a0đồng', 'Phương án 3. Dừng dự án.']) {
      expect([text, words.includes(text)]).toEqual([text, true]);
    }
    expect(planted(words)).toEqual([]);
    expect(planted(words.replace(/<[^>]+>/g, ''))).toEqual([]);
  });
});
