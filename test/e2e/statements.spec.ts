import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type request from 'supertest';
import { DataSource } from 'typeorm';
import type { Role } from '@thongvon/api-contract';
import { Statements } from '@thongvon/platform/http';
import { askedAnswers, subjectsOf } from '../support/asked-answers';
import { type FilledApi, startDemoApi, startProvinceApi } from '../support/filled-api';
import { operations } from '../support/fuzz/operations';
import { SentStatements } from '../support/sent-statements';

type Agent = ReturnType<typeof request.agent>;

/** Who asks: two offices below, and the one above. Who may ask most comes last. */
const PEOPLE = ['board', 'commune', 'admin', 'leader', 'finance', 'finance-head'] as const;
const ROLE: Readonly<Record<(typeof PEOPLE)[number], Role>> = {
  board: 'reporter',
  commune: 'reporter',
  finance: 'finance-officer',
  'finance-head': 'finance-head',
  leader: 'leader',
  admin: 'administrator',
};

/** What no demo has, or only an answer to a secret: counted, but answered with a refusal. */
const NOTHING_THERE = ['/api/digest/unsubscription', '/api/organizations/{id}/past-course'];

/** It begins, names what it sees, and ends. */
const ONE_TRANSACTION = 3;

/** Who may ask each GET operation; undefined: anyone. */
const ROLES_OF = new Map(
  operations().flatMap(({ method, path, roles }) => (method === 'GET' ? [[path, roles] as const] : [])),
);

/** Every GET handler of the running API by its path, with the bound beside it. */
function boundsOf({ app }: FilledApi): Map<string, number | undefined> {
  const reflector = app.get(Reflector);
  const scanner = new MetadataScanner();
  const pathOf = (target: object): string =>
    String(Reflect.getMetadata(PATH_METADATA, target)).replace(/^\//, '');
  return new Map(
    app
      .get(DiscoveryService)
      .getControllers()
      .flatMap(({ metatype }) => {
        if (typeof metatype !== 'function') return [];
        const prototype = metatype.prototype as Record<string, () => unknown>;
        return scanner.getAllMethodNames(prototype).flatMap((name) => {
          const handler = prototype[name];
          if (!handler || Reflect.getMetadata(METHOD_METADATA, handler) !== RequestMethod.GET) return [];
          const parts = ['/api', pathOf(metatype), pathOf(handler)].filter((part) => part !== '');
          const path = parts.join('/').replace(/:(\w+)/g, '{$1}');
          return [[path, reflector.get<number | undefined>(Statements, handler)] as const];
        });
      }),
  );
}

describe.each([
  ['the demo', () => startDemoApi()],
  ['more rows: a province of eight offices and sixty projects', () => startProvinceApi(8, 60)],
])('statements of an answer with %s', (_, start) => {
  let api: FilledApi;
  let sent: SentStatements;
  beforeAll(async () => {
    api = await start();
    sent = new SentStatements(api.app.getHttpServer());
  }, 240_000);
  afterAll(async () => {
    sent.end();
    await api.close();
  });

  it('have a bound beside each GET handler', () => {
    const bounds = boundsOf(api);
    expect([...bounds].flatMap(([path, bound]) => (bound === undefined ? [path] : []))).toEqual([]);
    expect([...bounds.keys()].toSorted()).toEqual([...ROLES_OF.keys()].toSorted());
  });

  it('stay within it, whoever asks for whatever', async () => {
    const bounds = boundsOf(api);
    const agents = new Map<string, Agent>();
    for (const name of PEOPLE) agents.set(name, await api.signedIn(`${name}@thongvon.test`));
    const answered = new Set<string>();
    const wrong: string[] = [];
    for (const { path, address, isFurther } of askedAnswers(await subjectsOf(api))) {
      const roles = ROLES_OF.get(path);
      const allowed = PEOPLE.filter((name) => roles === undefined || roles.includes(ROLE[name]));
      for (const name of isFurther ? allowed.slice(-1) : allowed) {
        const { status } = await (agents.get(name) ?? api.anyone()).get(address);
        const { session, transaction, answer } = sent.ofLastRequest();
        const what = `${address} by ${name}: ${String(status)}`;
        if (status === 200) answered.add(path);
        else if (![404, 422].includes(status)) wrong.push(what);
        if (answer.length > (bounds.get(path) ?? 0))
          wrong.push([`${what}, ${answer.length} statements`, ...answer.map(shortened)].join('\n  '));
        if (session.length > 1) wrong.push(`${what}, ${session.length} statements for the session`);
        if (transaction.length > ONE_TRANSACTION) wrong.push(`${what}, ${transaction.join('; ')}`);
      }
    }
    expect(wrong.slice(0, 20)).toEqual([]);
    expect([...ROLES_OF.keys()].filter((path) => !answered.has(path))).toEqual(NOTHING_THERE);
  }, 240_000);

  it('are counted, one by one, where a handler asks in a loop', async () => {
    const data = api.app.get(DataSource);
    const server = createServer((_request, response) => {
      const ask = async (): Promise<void> => {
        for (const row of [1, 2, 3]) await data.query('SELECT $1::int', [row]);
        await data.transaction((manager) => manager.query('SELECT 4'));
        response.end();
      };
      void ask();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const looped = new SentStatements(server);
    await fetch(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`);
    const { answer, transaction } = looped.ofLastRequest();
    looped.end();
    server.close();
    expect(answer).toHaveLength(4);
    expect(transaction).toEqual(['START TRANSACTION', 'COMMIT']);
  });
});

const shortened = (statement: string): string => statement.replace(/\s+/g, ' ').slice(0, 160);
