import { breakingChanges } from './breaking-changes';

interface Parts {
  readonly request?: object;
  readonly response?: object;
  readonly parameters?: object[];
}

const content = (schema: object) => ({ content: { 'application/json': { schema } } });

/** A document of one operation, whose request and response are named schemas. */
function document({ request = {}, response = {}, parameters = [] }: Parts) {
  return {
    paths: {
      '/things': {
        post: {
          parameters,
          requestBody: content({ $ref: '#/components/schemas/Request' }),
          responses: { 200: content({ $ref: '#/components/schemas/Response' }) },
        },
      },
    },
    components: {
      schemas: { Request: { type: 'object', ...request }, Response: { type: 'object', ...response } },
    },
  };
}

const name = { type: 'string' };
const kind = (...values: string[]) => ({ properties: { kind: { type: 'string', enum: values } } });

describe('changes of the API', () => {
  it.each([
    ['nothing changes', {}, {}],
    ['a field is added', { response: {} }, { response: { properties: { name } } }],
    ['an optional request field is added', {}, { request: { properties: { name } } }],
    ['an optional parameter is added', {}, { parameters: [{ in: 'query', name: 'q', schema: name }] }],
    ['an enum value is added', { response: kind('a') }, { response: kind('a', 'b') }],
    [
      'a response field becomes certain',
      { response: { properties: { name } } },
      { response: { properties: { name }, required: ['name'] } },
    ],
    [
      'a field is no longer required',
      { request: { properties: { name }, required: ['name'] } },
      { request: { properties: { name } } },
    ],
  ])('are fine when %s', (_, before, after) => {
    expect(breakingChanges(document(before), document(after))).toEqual([]);
  });

  it.each<[string, Parts, Parts, string]>([
    [
      'a response field goes',
      { response: { properties: { name } } },
      {},
      'POST /things response 200.name is gone',
    ],
    ['a request field goes', { request: { properties: { name } } }, {}, 'POST /things request.name is gone'],
    [
      'a field changes its type',
      { response: { properties: { name } } },
      { response: { properties: { name: { type: 'integer' } } } },
      'POST /things response 200.name was string, is integer',
    ],
    [
      'an enum value goes',
      { response: kind('a', 'b') },
      { response: kind('a') },
      'POST /things response 200.kind value b is gone',
    ],
    [
      'a field of a list goes',
      { response: { properties: { items: { type: 'array', items: { properties: { name } } } } } },
      { response: { properties: { items: { type: 'array', items: {} } } } },
      'POST /things response 200.items[].name is gone',
    ],
    [
      'a request field is newly required',
      { request: { properties: { name } } },
      { request: { properties: { name }, required: ['name'] } },
      'POST /things request.name is newly required',
    ],
    [
      'a parameter is newly required',
      {},
      { parameters: [{ in: 'query', name: 'q', required: true }] },
      'POST /things parameter query q is newly required',
    ],
    [
      'a parameter goes',
      { parameters: [{ in: 'query', name: 'q' }] },
      {},
      'POST /things parameter query q is gone',
    ],
  ])('break when %s', (_, before, after, change) => {
    expect(breakingChanges(document(before), document(after))).toEqual([change]);
  });

  it('break when a path, a method or a response goes', () => {
    const before = document({});
    expect(breakingChanges(before, { paths: {} })).toEqual(['POST /things is gone']);
    expect(breakingChanges(before, { paths: { '/things': { get: {} } } })).toEqual(['POST /things is gone']);
    const { requestBody } = before.paths['/things'].post;
    const silent = { ...before, paths: { '/things': { post: { requestBody, responses: {} } } } };
    expect(breakingChanges(before, silent)).toEqual(['POST /things response 200 is gone']);
  });

  it('are found in schemas that name themselves', () => {
    const tree = (fields: object) => ({
      response: { properties: { ...fields, child: { $ref: '#/components/schemas/Response' } } },
    });
    expect(breakingChanges(document(tree({ name })), document(tree({})))).toEqual([
      'POST /things response 200.name is gone',
    ]);
  });
});
