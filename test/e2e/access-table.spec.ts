import type { Router } from 'express';
import { ROLES, type Role } from '@thongvon/api-contract';
import { startTestApi, type TestApi } from '../support/test-api';

const SOMEONE_ELSES = '00000000-0000-4000-8000-000000000000';
/** Pages of the documentation; they are Express's own and open to anyone. */
const DOCS = '/api/docs';
/** Width of the column that names the routes. */
const NAME = 40;

type Agent = ReturnType<TestApi['anyone']>;

const SEND = {
  GET: (agent: Agent, address: string) => agent.get(address),
  POST: (agent: Agent, address: string) => agent.post(address),
  PUT: (agent: Agent, address: string) => agent.put(address),
  PATCH: (agent: Agent, address: string) => agent.patch(address),
  DELETE: (agent: Agent, address: string) => agent.delete(address),
} as const;

interface Route {
  readonly method: keyof typeof SEND;
  readonly path: string;
}

/** Every route that Express knows, so that none can be added past this test. */
function routesOf({ app }: TestApi): Route[] {
  const { stack } = (app.getHttpAdapter().getInstance() as { router: Router }).router;
  const routes = stack.flatMap(({ route }) => (route ? [route] : []));
  return routes.flatMap(({ path, stack: handlers }) => {
    const methods = [...new Set(handlers.map(({ method }) => method.toUpperCase()))];
    return methods.map((method) => ({ method: method as Route['method'], path }));
  });
}

/** By address; signing out comes last of all, as it leaves nobody to ask with. */
function inOrder(one: Route, other: Route): number {
  const key = ({ method, path }: Route) =>
    `${method === 'DELETE' && path === '/api/session' ? '~' : ''}${path} ${method}`;
  return key(one) < key(other) ? -1 : 1;
}

describe('who may call what', () => {
  let api: TestApi;
  const agents = new Map<Role, Agent>();
  /** People of an office below. */
  const below = new Map<Role, Agent>();
  beforeAll(async () => {
    api = await startTestApi();
    const office = await api.organization('UBND huyện');
    const commune = await api.organization('UBND xã', office);
    for (const role of ROLES) {
      await api.user(`${role}@thongvon.test`, role, office);
      agents.set(role, await api.signedIn(`${role}@thongvon.test`));
      await api.user(`${role}@commune.test`, role, commune);
      below.set(role, await api.signedIn(`${role}@commune.test`));
    }
  });
  afterAll(() => api.close());

  const call = async (agent: Agent, { method, path }: Route): Promise<number> => {
    const address = path.replace(/:\w+/g, SOMEONE_ELSES);
    const { status } = await SEND[method](agent, address);
    return status;
  };

  /** What really happens, rather than what is declared: neither "who are you" (401) nor "not you" (403). */
  const row = async (route: Route): Promise<string> => {
    const anyone = ![401, 403].includes(await call(api.anyone(), route));
    const cells = [];
    for (const role of ROLES) {
      const agent = agents.get(role);
      const allowed = agent !== undefined && ![401, 403].includes(await call(agent, route));
      cells.push((allowed ? 'yes' : '-').padEnd(role.length));
    }
    const name = `${route.method.padEnd(6)} ${route.path}`.padEnd(NAME);
    return [name, ...cells, anyone ? 'yes' : '-'].join(' | ').trimEnd();
  };

  it('is less for people of an office below: what is one for the whole installation is not theirs', async () => {
    const routes = routesOf(api).filter(({ path }) => !path.startsWith(DOCS) && path !== '/api/session');
    const refused = [];
    for (const route of routes.sort(inOrder)) {
      for (const role of ROLES) {
        const [top, lower] = [agents.get(role), below.get(role)];
        if (!top || !lower || (await call(lower, route)) !== 403 || (await call(top, route)) === 403)
          continue;
        refused.push(`${route.method} ${route.path} ${role}`);
      }
    }
    expect(`\n${refused.join('\n')}\n`).toMatchSnapshot();
  }, 90_000);

  it('is as this table says', async () => {
    const routes = routesOf(api).filter(({ path }) => !path.startsWith(DOCS));
    const rows = [];
    for (const route of routes.sort(inOrder)) rows.push(await row(route));
    const head = [''.padEnd(NAME), ...ROLES, 'anyone'].join(' | ');
    expect(`\n${[head, ...rows].join('\n')}\n`).toMatchSnapshot();
  }, 90_000);
});
