import { ANYBODYS_JSON, LONG_JSON, USUAL_JSON } from '@thongvon/platform/http';
import type { TestApi } from './test-api';

type Agent = Awaited<ReturnType<TestApi['signedIn']>>;

/** A request, sent by who is signed in or by anyone. */
type Send = (agent: Agent, anyone: ReturnType<TestApi['anyone']>) => ReturnType<Agent['post']>;

/** What the API's shell refuses of the probe's handlers, with the status and code of the answer. */
export const REFUSED: readonly (readonly [what: string, status: number, code: string, send: Send])[] = [
  [
    'JSON that is none',
    400,
    'BODY-MALFORMED',
    (agent) => agent.post('/api/probe/notes').type('json').send('{"text":'),
  ],
  [
    'a field that nobody asked for',
    400,
    'VALIDATION',
    (agent) => agent.post('/api/probe/notes').send({ text: 'a', x: 1 }),
  ],
  ['a list where a document belongs', 400, 'VALIDATION', (agent) => agent.post('/api/probe/notes').send([1])],
  [
    'a form where JSON belongs',
    400,
    'VALIDATION',
    (agent) => agent.post('/api/probe/notes').type('form').send({ text: 'a' }),
  ],
  [
    'a body over what is usual',
    413,
    'BODY-TOO-LARGE',
    (agent) => agent.post('/api/probe/notes').send({ text: 'x'.repeat(USUAL_JSON) }),
  ],
  [
    'a body over 100 kB of a list',
    413,
    'BODY-TOO-LARGE',
    (agent) => agent.post('/api/probe/long').send({ text: 'x'.repeat(LONG_JSON) }),
  ],
  [
    'a body over 4 kB of anybody',
    413,
    'BODY-TOO-LARGE',
    (_, anyone) => anyone.post('/api/probe/anybodys').send({ text: 'x'.repeat(ANYBODYS_JSON) }),
  ],
  [
    'lists in lists in lists',
    400,
    'BODY-TOO-COMPLEX',
    (_, anyone) =>
      anyone
        .post('/api/probe/anybodys')
        .type('json')
        .send('['.repeat(1500) + ']'.repeat(1500)),
  ],
  [
    'objects in objects',
    400,
    'BODY-TOO-COMPLEX',
    (agent) =>
      agent
        .post('/api/probe/long')
        .type('json')
        .send('{"text":'.repeat(3000) + '1' + '}'.repeat(3000)),
  ],
  [
    'ten thousand items',
    400,
    'BODY-TOO-COMPLEX',
    (agent) => agent.post('/api/probe/long').send({ text: Array.from({ length: 10_000 }, () => 1) }),
  ],
  [
    'more parameters than there are',
    400,
    'PARAMETERS-TOO-MANY',
    (_, anyone) => anyone.get(`/api/probe/days/a?${'a=1&'.repeat(60)}`),
  ],
  ['NUL in a text', 400, 'VALIDATION', (agent) => agent.post('/api/probe/long').send({ text: 'a\0' })],
  ['half a character', 400, 'VALIDATION', (agent) => agent.post('/api/probe/long').send({ text: 'a\ud83d' })],
  ['NUL in an address', 400, 'VALIDATION', (_, anyone) => anyone.get('/api/probe/days/%00')],
  ['NUL in a query', 400, 'VALIDATION', (_, anyone) => anyone.get('/api/probe/days/a?on=%00')],
  ['a change of nothing', 400, 'NOTHING-TO-CHANGE', (agent) => agent.patch('/api/probe/notes').send({})],
  ['a change without a body', 400, 'NOTHING-TO-CHANGE', (agent) => agent.patch('/api/probe/notes')],
  [
    'an unknown encoding',
    415,
    'MEDIA-TYPE',
    (agent) => agent.post('/api/probe/notes').set('Content-Encoding', 'x').send({ text: 'a' }),
  ],
  ['an address that is not there', 404, 'ROUTE-UNKNOWN', (agent) => agent.get('/api/nothing/here')],
  ['a method that is not there', 404, 'ROUTE-UNKNOWN', (agent) => agent.delete('/api/probe/notes')],
  ['an address that is badly written', 400, 'ADDRESS-MALFORMED', (agent) => agent.get('/api/%ff')],
  [
    'a form without boundary',
    400,
    'UPLOAD-MALFORMED',
    (agent) => agent.post('/api/probe/files').set('Content-Type', 'multipart/form-data').send('x'),
  ],
  [
    'a form that breaks off',
    400,
    'UPLOAD-MALFORMED',
    (agent) =>
      agent
        .post('/api/probe/files')
        .set('Content-Type', 'multipart/form-data; boundary=b')
        .send('--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nx'),
  ],
  [
    'a file in another field',
    400,
    'UPLOAD-MALFORMED',
    (agent) => agent.post('/api/probe/files').attach('other', Buffer.from('x'), 'a.xlsx'),
  ],
  [
    'a key that is none',
    400,
    'IDEMPOTENCY-KEY',
    (agent) => agent.post('/api/probe/notes').set('Idempotency-Key', 'with space').send({ text: 'a' }),
  ],
];
