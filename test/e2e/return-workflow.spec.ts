import type request from 'supertest';
import { UPLOADS_AT_ONCE } from '@thongvon/platform/http';
import { withDate } from '../support/altered-workbook';
import { demoWorkbook, startDistrict, type District, type SeenReturn } from '../support/district';

type Agent = ReturnType<typeof request.agent>;
const SUMMARY = 'planYear=2023&asOf=2023-06-21';

describe('the way of a return', () => {
  let district: District;
  let workbook: Buffer;

  beforeEach(async () => {
    district = await startDistrict();
    workbook = await demoWorkbook('board-weekly-2023-06-21');
  });
  afterEach(() => district.close());

  const uploadReady = async (): Promise<string> => {
    const id = await district.upload(district.board, workbook, 'tuần 25.xlsx');
    expect((await district.read(district.board, id)).status).toBe('ready');
    return id;
  };
  const step = (agent: Agent, id: string, name: string, body?: object) =>
    agent.post(`/api/returns/${id}/${name}`).send(body ?? {});
  const seen = async (agent: Agent, id: string): Promise<SeenReturn & { etag: string }> => {
    const { body, headers } = await agent.get(`/api/returns/${id}`).expect(200);
    return { ...(body as SeenReturn), etag: String(headers['etag']) };
  };

  it('keeps the original bytes and their Vietnamese name', async () => {
    const id = await uploadReady();
    const { body, headers } = await district.finance.get(`/api/returns/${id}/file`).buffer(true).expect(200);
    expect(Buffer.compare(body as Buffer, workbook)).toBe(0);
    expect(decodeURIComponent(String(headers['content-disposition']))).toContain('tuần 25.xlsx');
  });

  it('is the same return when the same bytes come again, until it has ended', async () => {
    const id = await uploadReady();
    const again = () => district.board.post('/api/returns').attach('file', workbook, 'x.xlsx');
    expect((await again().expect(200)).body).toEqual({ id, status: 'ready', duplicate: true });
    await step(district.board, id, 'withdrawal').expect(200);
    const { body } = await again().expect(202);
    expect((body as { id: string }).id).not.toBe(id);
  });

  it('is one return when as many uploads of the same bytes race as one account may make at once', async () => {
    const replies = await Promise.all(
      Array.from({ length: UPLOADS_AT_ONCE }, () =>
        district.board.post('/api/returns').attach('file', workbook, 'x.xlsx'),
      ),
    );
    expect(new Set(replies.map(({ body }) => (body as { id: string }).id)).size).toBe(1);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 200, 202]);
  });

  it('goes from received to approved, and doing again what is done is no error', async () => {
    const id = await uploadReady();
    const twice = async (name: string, agent: Agent, code: number): Promise<string[]> => {
      const replies = [await step(agent, id, name).expect(code), await step(agent, id, name).expect(code)];
      return replies.map(({ body }) => (body as { status: string }).status);
    };
    expect(await twice('submission', district.board, 200)).toEqual(['submitted', 'submitted']);
    expect(await twice('approval', district.finance, 202)).toEqual(['approved', 'approved']);
    const { history } = await seen(district.board, id);
    expect(history.map(({ type, status }) => [type, status])).toEqual([
      ['received', 'received'],
      ['start-reading', 'reading'],
      ['find-ready', 'ready'],
      ['submit', 'submitted'],
      ['approve', 'approved'],
    ]);
  });

  it('takes effect only as it was seen: 412 when reading or preview has changed since', async () => {
    const id = await uploadReady();
    const { etag } = await seen(district.board, id);
    await district.board.post(`/api/returns/${id}/submission`).set('If-Match', '"other"').expect(412);
    await district.board.post(`/api/returns/${id}/submission`).set('If-Match', etag).expect(200);
    // The plan comes in between: what the finance office has seen of the preview no longer holds.
    await district.approve(district.finance, 'plan-9001-qd-ubnd');
    const stale = await district.finance
      .post(`/api/returns/${id}/approval`)
      .set('If-Match', etag)
      .expect(412);
    expect(stale.body).toMatchObject({ code: 'RETURN-CHANGED' });
    const now = await seen(district.finance, id);
    expect(now.etag).not.toBe(etag);
    await district.finance.post(`/api/returns/${id}/approval`).set('If-Match', now.etag).expect(202);
  });

  it('can be sent back with a reason, and then come again', async () => {
    const id = await uploadReady();
    await step(district.finance, id, 'sending-back', { reason: 'x' }).expect(409);
    await step(district.board, id, 'submission').expect(200);
    await step(district.finance, id, 'sending-back', {}).expect(400);
    await step(district.finance, id, 'sending-back', { reason: 'Thiếu chữ ký' }).expect(200);
    const { body } = await district.board.get(`/api/returns/${id}`).expect(200);
    expect(body).toMatchObject({ status: 'sent-back', reason: 'Thiếu chữ ký' });
    await step(district.finance, id, 'approval').expect(409);
    await district.board.post('/api/returns').attach('file', workbook, 'x.xlsx').expect(202);
  });

  it('no longer counts once it is reverted, and what was known before can still be asked', async () => {
    await district.approve(district.finance, 'plan-9001-qd-ubnd');
    const id = await district.approve(district.board, 'board-weekly-2023-06-21');
    const before = district.api.clock.now();
    expect(await district.summary(district.finance, SUMMARY)).toMatchObject({ disbursed: '223422000000' });
    await step(district.finance, id, 'reversion', { reason: 'Gửi nhầm' }).expect(200);
    expect(await district.summary(district.finance, SUMMARY)).toMatchObject({
      disbursed: null,
      reason: 'not-reported',
    });
    const known = await district.summary(
      district.finance,
      `${SUMMARY}&knownAt=${encodeURIComponent(before.toISOString())}`,
    );
    expect(known).toMatchObject({ disbursed: '223422000000' });
  });

  it('asks why a cumulative figure fell, and goes on with the answer', async () => {
    await district.approve(district.finance, 'plan-9001-qd-ubnd');
    // A later date than the week that is approved first, with the lower figures of an earlier week, needs a made-up order:
    // approve 14/6, then send the figures of 31/5 under a date after it.
    await district.approve(district.board, 'board-weekly-2023-06-14');
    const lower = await withDate(await demoWorkbook('board-weekly-2023-05-31'), '31/5/2023', '20/6/2023');
    const id = await district.upload(district.board, lower, 'lower.xlsx');
    const { status, findings } = await district.read(district.board, id);
    const questions = findings.filter(({ severity }) => severity === 'question');
    expect(status).toBe('needs-attention');
    expect(new Set(questions.map(({ code }) => code))).toEqual(new Set(['RET-CUMULATIVE-FELL']));
    await step(district.board, id, 'submission').expect(409);
    const answers = questions.map(({ code, sheet, cell }) => ({
      code,
      sheet,
      cell,
      reason: 'Hoàn trả tạm ứng',
    }));
    await step(district.board, id, 'answers', { answers }).expect(202);
    expect((await district.read(district.board, id)).status).toBe('ready');
    await step(district.board, id, 'submission').expect(200);
  });

  it('refuses an answer to what was not asked', async () => {
    const id = await uploadReady();
    const answers = [{ code: 'RET-UNIT-UNKNOWN', sheet: 'Giải ngân', cell: 'A1', value: 'dong' }];
    const { body } = await step(district.board, id, 'answers', { answers }).expect(422);
    expect(body).toMatchObject({ code: 'ANSWER-TO-NO-QUESTION' });
  });

  it('is nobody else’s: other offices neither see nor do anything with it', async () => {
    const id = await uploadReady();
    await district.commune.get(`/api/returns/${id}`).expect(404);
    await district.commune.get(`/api/returns/${id}/file`).expect(404);
    await step(district.commune, id, 'submission').expect(404);
    await step(district.finance, id, 'submission').expect(403);
    await step(district.board, id, 'approval').expect(403);
    await step(district.leader, id, 'approval').expect(403);
  });

  it('tells its progress as it happens, and goes on after the last event that was seen', async () => {
    const id = await district.upload(district.board, workbook, 'x.xlsx');
    const events = await stream(district.board, id);
    expect(events.map(({ event }) => event)).toEqual(['received', 'start-reading', 'find-ready', 'end']);
    const rest = await stream(district.board, id, events[0]?.id);
    expect(rest.map(({ event }) => event)).toEqual(['start-reading', 'find-ready', 'end']);
  });
});

interface StreamedEvent {
  readonly id?: string;
  readonly event: string;
}

/** Reads the event stream to its end. */
async function stream(agent: Agent, id: string, after?: string): Promise<StreamedEvent[]> {
  const asked = agent.get(`/api/returns/${id}/events`).expect('content-type', /text\/event-stream/);
  if (after !== undefined) asked.set('Last-Event-ID', after);
  const { text } = await asked.expect(200);
  return text
    .split('\n\n')
    .filter((block) => block.includes('event:'))
    .map((block) => {
      const line = (name: string): string | undefined => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
      const eventId = line('id');
      return { event: line('event') ?? '', ...(eventId === undefined ? {} : { id: eventId }) };
    });
}
