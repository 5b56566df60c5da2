import { LARGEST_FILE, UPLOADS_AT_ONCE } from '@thongvon/platform/http';
import { createProbe, waiting } from '../support/http-probe';
import { REFUSED } from '../support/refused-requests';
import { startTestApi, type TestApi } from '../support/test-api';

describe('the HTTP shell', () => {
  let api: TestApi;
  let agent: Awaited<ReturnType<TestApi['signedIn']>>;
  let other: typeof agent;
  beforeAll(async () => {
    api = await startTestApi({}, createProbe);
    const board = await api.organization('Ban Quản lý dự án');
    await api.user('one@thongvon.test', 'reporter', board);
    await api.user('two@thongvon.test', 'reporter', board);
    agent = await api.signedIn('one@thongvon.test');
    other = await api.signedIn('two@thongvon.test');
  });
  afterAll(() => api.close());

  const note = (text: string, key: string, by = agent) =>
    by.post('/api/probe/notes').set('Idempotency-Key', key).send({ text });

  describe('refuses', () => {
    it('everybody what declares nobody', async () => {
      expect((await api.anyone().get('/api/probe/undeclared').expect(403)).body).toMatchObject({
        code: 'FORBIDDEN',
      });
      await agent.get('/api/probe/undeclared').expect(403);
    });

    it.each(REFUSED)('%s', async (_, status, code, send) => {
      const reply = await send(agent, api.anyone()).expect(status);
      expect(reply.get('Content-Type')).toMatch(/^application\/problem\+json/);
      expect(reply.body).toEqual(
        expect.objectContaining({
          type: 'about:blank',
          title: expect.any(String) as string,
          status,
          code,
          detail: expect.any(String) as string,
          detailEn: expect.any(String) as string,
          instance: expect.stringMatching(/^\/api\//) as string,
          requestId: reply.get('X-Request-Id'),
        }),
      );
    });
  });

  it.each(['0000-01-01', '0001-01-01', '1899-12-31', '2200-01-01', '9999-12-31', '2023-02-29', '20230621'])(
    'refuses the date %s, which no handler could use, and names its field',
    async (day) => {
      const reply = await api.anyone().get(`/api/probe/days/a?on=${day}`).expect(400);
      expect(reply.body).toMatchObject({
        code: 'VALIDATION',
        fields: [
          { field: 'on', rule: 'isIso8601', messageEn: expect.stringMatching(/1900 to 2199/) as string },
        ],
      });
    },
  );

  it('reads nothing of a body that its sender may not send', async () => {
    const reply = await api.anyone().post('/api/probe/notes').type('json').send('{"text":').expect(401);
    expect(reply.body).toMatchObject({ code: 'NOT-SIGNED-IN' });
  });

  it('names some fields of very many, shortly: the answer does not grow with what was sent', async () => {
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`field${index}`, 1]));
    for (const body of [many, { ['x'.repeat(90_000)]: 1 }]) {
      const reply = await agent.post('/api/probe/long').send(body).expect(400);
      expect(reply.body).toMatchObject({ code: 'VALIDATION' });
      expect((reply.body as { fields: unknown[] }).fields.length).toBeLessThanOrEqual(20);
      expect(reply.text.length).toBeLessThan(10_000);
    }
  });

  it('tells nothing of a failure that nobody foresaw but the id under which it is logged', async () => {
    const reply = await api.anyone().get('/api/probe/broken?q=secret').expect(500);
    expect(reply.body).toMatchObject({ code: 'INTERNAL', status: 500, instance: '/api/probe/broken' });
    expect(reply.text).not.toMatch(/10\.0\.0\.1|secret|Error/);
    const { requestId } = reply.body as { requestId: string };
    expect(api.logged.find((line) => line.includes(requestId) && line.includes('10.0.0.1'))).toBeDefined();
  });

  it('sends the headers that keep browsers out of trouble', async () => {
    const { headers } = await api.anyone().get('/api/probe/undeclared');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('strict-transport-security');
  });

  it('packs long answers for who takes them packed, and says so to caches', async () => {
    const packed = await agent.get('/api/probe/list').set('Accept-Encoding', 'gzip').expect(200);
    expect(packed.headers).toMatchObject({
      'content-encoding': 'gzip',
      'content-type': 'application/json; charset=utf-8',
      vary: expect.stringContaining('Accept-Encoding') as string,
    });
    const plain = await agent.get('/api/probe/list').set('Accept-Encoding', 'identity').expect(200);
    expect(plain.headers).not.toHaveProperty('content-encoding');
    expect(packed.body).toEqual(plain.body);
    const short = await note('short', 'short').set('Accept-Encoding', 'gzip').expect(201);
    expect(short.headers).not.toHaveProperty('content-encoding');
  });

  describe('answers a repeated POST', () => {
    it('with the first reply and its status, without doing it again', async () => {
      const first = await note('again', 'k1').expect(200);
      const second = await note('again', 'k1').expect(200);
      expect(second.text).toBe(first.text);
    });

    it('anew when it comes from somebody else, or without a key', async () => {
      const first = await note('mine', 'k2').expect(201);
      expect((await note('mine', 'k2', other).expect(201)).text).not.toBe(first.text);
      expect((await agent.post('/api/probe/notes').send({ text: 'mine' }).expect(201)).text).not.toBe(
        first.text,
      );
    });

    it('with a refusal when its content is another', async () => {
      await note('one', 'k3').expect(201);
      expect((await note('two', 'k3').expect(422)).body).toMatchObject({ code: 'IDEMPOTENCY-KEY-REUSED' });
    });

    it('by trying again when the first failed', async () => {
      await note('broken', 'k4').expect(500);
      await note('broken', 'k4').expect(500);
      await note('', 'k5').expect(400);
      await note('now well', 'k5').expect(201);
    });

    it('with a refusal while the first is under way, and with its reply later', async () => {
      const slow = () => agent.post('/api/probe/slow').set('Idempotency-Key', 'k6').send({});
      const first = slow().expect(202);
      const running = first.then((reply) => reply);
      while (!waiting.slow) await new Promise((resolve) => setTimeout(resolve, 5));
      const second = await slow().expect(409);
      expect(second.body).toMatchObject({ code: 'IDEMPOTENCY-IN-PROGRESS' });
      waiting.slow();
      await running;
      expect((await slow().expect(202)).body).toEqual({ done: true });
    });

    it('of a file by its bytes', async () => {
      const send = (bytes: string) =>
        agent
          .post('/api/probe/files')
          .set('Idempotency-Key', 'k7')
          .attach('file', Buffer.from(bytes), 'Báo cáo.xlsx');
      const first = await send('abc').expect(201);
      expect(first.body).toMatchObject({ name: 'Báo cáo.xlsx', size: 3 });
      expect((await send('abc').expect(201)).text).toBe(first.text);
      await send('abd').expect(422);
    });
  });

  it('takes three files of one account at once, and the next when one is through, or was broken off', async () => {
    const send = (name: string, by = agent) =>
      by.post('/api/probe/files').attach('file', Buffer.from('x'), name);
    const first = Array.from({ length: UPLOADS_AT_ONCE }, () => send('held').then((reply) => reply));
    while (waiting.files.length < UPLOADS_AT_ONCE) await new Promise((resolve) => setTimeout(resolve, 5));
    const refused = await send('a').expect(429);
    expect(refused.body).toMatchObject({ code: 'UPLOADS-UNDER-WAY' });
    expect(Number(refused.get('Retry-After'))).toBeGreaterThan(0);
    // Somebody else isn't kept out.
    await send('a', other).expect(201);
    for (const go of waiting.files.splice(0)) go();
    expect((await Promise.all(first)).map(({ status }) => status)).toEqual([201, 201, 201]);
    for (let time = 0; time < 2 * UPLOADS_AT_ONCE; time += 1)
      await agent
        .post('/api/probe/files')
        .set('Content-Type', 'multipart/form-data; boundary=b')
        .send('--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nx')
        .expect(400);
    await send('a').expect(201);
  });

  it('refuses a file name that the database could not hold', async () => {
    const reply = await agent
      .post('/api/probe/files')
      .set('Content-Type', 'multipart/form-data; boundary=b')
      .send('--b\r\nContent-Disposition: form-data; name="file"; filename="a\0b"\r\n\r\nx\r\n--b--\r\n')
      .expect(400);
    expect(reply.body).toMatchObject({
      code: expect.stringMatching(/VALIDATION|UPLOAD-MALFORMED/) as string,
    });
  });

  it('takes a file of 20 MB and none that is larger', async () => {
    const send = (size: number) =>
      agent.post('/api/probe/files').attach('file', Buffer.alloc(size), 'a.xlsx');
    expect((await send(LARGEST_FILE).expect(201)).body).toMatchObject({ size: LARGEST_FILE });
    expect((await send(LARGEST_FILE + 1).expect(413)).body).toMatchObject({ code: 'FILE-TOO-LARGE' });
  });
});
