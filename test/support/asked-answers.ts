import type request from 'supertest';
import type { ReallocationDeskView } from '@thongvon/api-contract';
import type { FilledApi } from './filled-api';
import { type Operation, operations, resolved } from './fuzz/operations';

type Agent = ReturnType<typeof request.agent>;

/** A request of the kind that the web's pages make, or a script. */
interface AskedAnswer {
  /** Of the operation: `/api/returns/{id}`. */
  readonly path: string;
  /** With its ids and its query. */
  readonly address: string;
  /** Not only with what it needs. */
  readonly isFurther: boolean;
}

/** What there is to ask for: by the operation's path as far as its id, that id; and values of parameters by their name. */
interface Subjects {
  readonly ids: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string>>;
}

/** With more, a parameter's values only choose other rows. */
const FEW_VALUES = 8;
/** Parameters that aren't lists of words, and lead to other statements. */
const FURTHER = [
  'asOf',
  'businessDay',
  'knownAt',
  'figuresAsOf',
  'source',
  'projectId',
  'q',
  'organizationId',
  'reach',
];

/** Every GET operation of the API, with what it needs and as many rows as it gives; then with each other parameter by itself. */
export function askedAnswers({ ids, values }: Subjects): AskedAnswer[] {
  return operations()
    .filter(({ method }) => method === 'GET')
    .flatMap((operation) => {
      const known = Object.entries(ids).findLast(([start]) => operation.path.startsWith(`${start}/{`));
      const at = operation.path
        .replace(/\{\w+\}/, known?.[1] ?? UNKNOWN)
        .replace('{number}', '1')
        .replace('{fileId}', values['fileId'] ?? UNKNOWN);
      const needed = operation.parameters.flatMap(({ name, in: place, required }) =>
        place === 'query' && (required === true || name === 'limit') ? [`${name}=${values[name] ?? ''}`] : [],
      );
      return [[], ...choices(operation, values)].map((choice) => ({
        path: operation.path,
        address: `${at}?${[...needed, ...choice].join('&')}`,
        isFurther: choice.length > 0,
      }));
    });
}

const UNKNOWN = '00000000-0000-4000-8000-000000000000';

function choices({ parameters }: Operation, values: Subjects['values']): string[][] {
  return parameters.flatMap(({ name, in: place, schema, required }) => {
    if (place !== 'query' || required === true) return [];
    const words = resolved(schema.allOf?.[0] ?? schema).enum ?? [];
    if (words.length > 0) return words.length > FEW_VALUES ? [] : words.map((word) => [`${name}=${word}`]);
    return FURTHER.includes(name) && values[name] !== undefined ? [[`${name}=${values[name]}`]] : [];
  });
}

/** What the demo or a province has, as the finance office's head and the administrator see it; the years' plans are typed here. */
export async function subjectsOf(api: FilledApi): Promise<Subjects> {
  const [head, admin, board] = await Promise.all(
    ['finance-head', 'admin', 'board'].map((name) => api.signedIn(`${name}@thongvon.test`)),
  );
  if (!head || !admin || !board) throw new Error('nobody is signed in');
  const first = async (agent: Agent, path: string): Promise<Found> => {
    const { body } = await agent.get(path).expect(200);
    const [found] = (body as { items: Found[] }).items;
    if (!found) throw new Error(`${path} has none`);
    return found;
  };
  const { planYear } = api;
  // One with blockers, that the board may speak of.
  const blocker = await first(board, '/api/blockers');
  const project = blocker.project?.id ?? '';
  const letter = await first(head, '/api/digest/letters');
  const office = await first(head, '/api/organizations');
  const [user, mail, returned, alert] = [
    await first(admin, '/api/users'),
    await first(admin, '/api/mails'),
    await first(head, '/api/returns?status=approved&kind=disbursement'),
    await first(head, '/api/alerts'),
  ];
  const { body: weeks } = await head.get('/api/snapshots?limit=2').expect(200);
  const [week, before] = (weeks as { items: { week: string }[] }).items;
  const evidence = await type(board, project, planYear);
  const { conclusion, task, fileId } = await give(head, project);
  const proposal = await propose(head);
  return {
    ids: {
      '/api/alerts': alert.id,
      '/api/blockers': blocker.id,
      '/api/conclusions': conclusion,
      '/api/digest/letters': letter.userId ?? '',
      '/api/holidays': String(planYear),
      '/api/land-clearance/evidence-files': evidence,
      '/api/land-clearance/projects': project,
      '/api/mails': mail.id,
      '/api/organizations': office.id,
      '/api/projects': project,
      '/api/reallocation/proposals': proposal,
      '/api/returns': returned.id,
      '/api/snapshots': week?.week ?? '',
      '/api/tasks': task,
      '/api/users': user.id,
    },
    values: {
      ...{
        planYear: String(planYear),
        limit: '500',
        by: 'rule',
        side: 'giver',
        kind: 'disbursement',
        text: 'Dự án',
        fileId,
        token: 'none',
      },
      ...{
        from: before?.week ?? '',
        to: week?.week ?? '',
        asOf: before?.week ?? '',
        name: 'Công ty',
        q: 'a',
        reach: '5',
      },
      ...{
        businessDay: week?.week ?? '',
        figuresAsOf: before?.week ?? '',
        knownAt: `${week?.week}T12:00:00%2B07:00`,
      },
      ...{ sheet: encodeURIComponent(await sheetOf(head, returned.id)), cell: 'A8', with: returned.id },
      ...{ source: await sourceOf(head, planYear), projectId: project, organizationId: office.id },
    },
  };
}

interface Found {
  readonly id: string;
  readonly userId?: string;
  readonly project?: { readonly id: string };
}

async function sheetOf(agent: Agent, id: string): Promise<string> {
  const { body } = await agent.get(`/api/returns/${id}`).expect(200);
  return (body as { sheets: { name: string }[] }).sheets[0]?.name ?? '';
}

async function sourceOf(agent: Agent, planYear: number): Promise<string> {
  const { body } = await agent.get(`/api/disbursements/facets?planYear=${planYear}`).expect(200);
  return (body as { source: { key: string }[] }).source[0]?.key ?? '';
}

/** A task of the office itself about the project, with a file, which no demo has. */
async function give(
  head: Agent,
  projectId: string,
): Promise<{ conclusion: string; task: string; fileId: string }> {
  const { body: session } = await head.get('/api/session').expect(200);
  const { organizationId } = (session as { user: { organizationId: string } }).user;
  const asked = {
    clientKey: 'asked-answers',
    what: 'Báo cáo tiến độ',
    due: '2199-12-31',
    organizationId,
    projectId,
  };
  const { body } = await head.post('/api/tasks').send(asked).expect(201);
  const { id, tasks } = (body as { conclusion: Found & { tasks: Found[] } }).conclusion;
  const task = tasks[0]?.id ?? '';
  const file = await head
    .post(`/api/tasks/${task}/evidence-files`)
    .attach('file', Buffer.from('%PDF-1.4\n%%EOF'), 'bien-ban.pdf')
    .expect(201);
  return { conclusion: id, task, fileId: (file.body as { id: string }).id };
}

/** A draft that moves one đồng, which no demo has; gives its id. */
async function propose(head: Agent): Promise<string> {
  const { body: desk } = await head.get('/api/reallocation').expect(200);
  const { week, revision, sources } = desk as ReallocationDeskView;
  const most = sources.toSorted((a, b) => Number(BigInt(b.takable) - BigInt(a.takable)))[0];
  const source = most?.code ?? '';
  const sideOf = async (side: string): Promise<Found[]> => {
    const { body } = await head.get(`/api/reallocation/candidates?side=${side}&source=${source}`).expect(200);
    return (body as { items: Found[] }).items;
  };
  const giver = (await sideOf('giver'))[0]?.id;
  const receiver = (await sideOf('receiver')).find(({ id }) => id !== giver)?.id;
  const lines = [{ giverId: giver, receiverId: receiver, source, amount: '1' }];
  const trial = { week, revision, lines, declared: [] };
  const { body: tried } = await head.post('/api/reallocation/trial').send(trial).expect(200);
  const declared = (tried as { issues: { projectId: string; code: string }[] }).issues.map(
    ({ projectId, code }) => ({ projectId, about: code, note: 'Theo hồ sơ dự án' }),
  );
  const kept = { ...trial, declared, clientKey: 'asked-answers', title: 'Điều chuyển vốn' };
  const { body } = await head.post('/api/reallocation/proposals').send(kept).expect(201);
  return (body as Found).id;
}

/** What nobody has typed in a demo of the board's project; gives the id of a file. */
async function type(board: Agent, project: string, planYear: number): Promise<string> {
  const cumulative = Array.from({ length: 13 }, (_, month) => String(month * 1_000_000));
  const at = `/api/projects/${project}`;
  await board.put(`${at}/spending-plan`).send({ planYear, cumulative }).expect(200);
  await board.put(`${at}/paid-before`).send({ planYear, paid: '1000000' }).expect(200);
  const file = await board
    .post(`/api/land-clearance/projects/${project}/evidence-files`)
    .attach('file', Buffer.from('%PDF-1.4\n%%EOF'), 'bien-ban.pdf')
    .expect(201);
  return (file.body as { id: string }).id;
}
