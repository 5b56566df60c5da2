import { plainFault } from './failed-work';

describe('what is shown of an error', () => {
  it.each([
    ['connect ECONNREFUSED 127.0.0.1:5432', 'connect ECONNREFUSED 127.0.0.1:5432'],
    ['550 no mailbox <ai.do@example.test>, gone', '550 no mailbox <…@…>, gone'],
    ['connect to redis://user:secret@queue:6379 failed', 'connect to redis:…@…:6379 failed'],
    ['invalid input: 0912 345 678', 'invalid input: …'],
    [
      'row 3f0c2d1e-0000-4000-8000-123456789012 is locked',
      'row 3f0c2d1e-0000-4000-8000-123456789012 is locked',
    ],
    ['no entity of type "Return" matching: {\n  "id": 1\n}', 'no entity of type "Return" matching'],
    ['first\n    at second (file.ts:1)', 'first'],
  ])('of %j is %j', (message, shown) => {
    expect(plainFault(message)).toBe(shown);
  });
});
