import fc from 'fast-check';
import { matchKey } from '@thongvon/kernel';
import { matchFinding } from './match-findings';
import { NEW_PROJECT, ProjectMatcher, type KnownProject, type NamedProject } from './project-match';

const project = (
  id: string,
  code: string | null,
  name: string,
  heldBy = 'board',
  participants: readonly string[] = [],
  unclaimed = false,
): KnownProject => ({ id, code, name, nameKey: matchKey(name), heldBy, participants, unclaimed });

const bridge = project('1', '7915442', 'Cầu Tây Giang', 'board', ['commune']);
const road = project('2', null, 'Đường GTNT thôn Lạc Câu', 'commune');
const market = project('4', '7915444', 'Chợ Được', 'finance', [], true);
const school = project('3', '7915443', 'Trường tiểu học', 'other');

const matcher = (
  organizationId: string,
  { clearance = false, decided = {} }: { clearance?: boolean; decided?: Record<string, string> } = {},
): ProjectMatcher =>
  new ProjectMatcher(
    [bridge, road, school, market],
    { organizationId, scope: [organizationId], hasPlanAbove: true, asParticipant: clearance },
    new Map(Object.entries(decided).map(([key, value]) => [matchKey(key), value])),
  );

describe('matching a row with the register', () => {
  it('asks about a code that nobody has named where a plan could have, and never about a name alone', () => {
    const cell = { sheet: 'Sheet1', cell: 'B7' };
    const row = { code: '7999999', name: 'Kè biển' };
    const of = (hasPlanAbove: boolean, decided: Record<string, string> = {}, named: NamedProject = row) => {
      const who = { organizationId: 'board', scope: ['board'], hasPlanAbove, asParticipant: false };
      const answers = new Map(Object.entries(decided).map(([key, value]) => [matchKey(key), value]));
      return matchFinding(new ProjectMatcher([bridge], who, answers), named, cell);
    };
    expect(of(true)).toMatchObject({ severity: 'question', choices: [{ value: NEW_PROJECT }] });
    expect(of(true, { [row.code]: NEW_PROJECT })).toMatchObject({ severity: 'info', asks: 'project' });
    // What no office stands above registers for all below, and before any plan all codes are unknown.
    expect(of(false)).toMatchObject({ code: 'RET-PROJECT-UNKNOWN', severity: 'warning' });
    expect(of(true, {}, { ...row, code: null })).toMatchObject({ severity: 'warning' });
  });

  it('goes by the code before the name', () => {
    expect(matcher('board').match({ code: '7915442', name: 'Cầu T. Giang' })).toEqual({
      type: 'known',
      project: bridge,
    });
  });

  it('goes by the name, however it is accented or spaced, among what the sender holds', () => {
    expect(matcher('commune').match({ code: null, name: ' ĐƯỜNG  GTNT thôn Lạc Câu ' })).toMatchObject({
      project: road,
    });
  });

  it('lets a project without a code take the code that a row brings', () => {
    expect(matcher('commune').match({ code: '8000001', name: road.name })).toMatchObject({ type: 'known' });
  });

  it('asks when a known name stands under another code', () => {
    expect(matcher('board').match({ code: '7915449', name: 'Cầu Tây Giang' })).toEqual({
      type: 'doubtful',
      proposals: [bridge],
    });
  });

  it('takes the same name in another office without a code for another project', () => {
    expect(matcher('other').match({ code: null, name: road.name })).toEqual({ type: 'new' });
  });

  it('lets who reports a project that is nobody’s yet mean it by its code, and asks where only the name is given', () => {
    const known = { type: 'known', project: market };
    expect(matcher('commune').match({ code: '7915444', name: 'Chợ' })).toEqual(known);
    expect(matcher('commune').match({ code: null, name: 'Chợ Được' })).toEqual({
      type: 'doubtful',
      proposals: [market],
    });
  });

  it('takes a code that nobody has for a new project, whatever it is called', () => {
    expect(matcher('other').match({ code: '8000001', name: bridge.name })).toEqual({ type: 'new' });
  });
});

describe("another office's project", () => {
  const foreign = { type: 'foreign' };

  it.each<[string, NamedProject]>([
    ['its code', { code: '7915443', name: 'Bất kỳ' }],
    ['its code and its name', { code: '7915443', name: 'Trường tiểu học' }],
    ["its code under a name of one's own", { code: '7915443', name: road.name }],
    ['its name', { code: null, name: 'TRƯỜNG TIỂU HỌC' }],
  ])('is foreign by %s', (_, row) => {
    expect(matcher('commune').match(row)).toEqual(foreign);
  });

  it('is foreign by an answer that names its id, and by its code whatever was answered', () => {
    const answered = matcher('commune', { decided: { 'Trường làng': '3', '7915443': '2' } });
    expect(answered.match({ code: null, name: 'Trường làng' })).toEqual(foreign);
    expect(answered.match({ code: '7915443', name: 'Bất kỳ' })).toEqual(foreign);
  });

  it('can be reported by who takes part in it, in a table of land clearance only', () => {
    const row = { code: '7915442', name: 'Cầu Tây Giang' };
    expect(matcher('commune', { clearance: true }).match(row)).toEqual({ type: 'known', project: bridge });
    expect(matcher('commune').match(row)).toEqual(foreign);
    expect(matcher('other', { clearance: true }).match(row)).toEqual(foreign);
  });
});

const OFFICES = ['board', 'commune', 'other'] as const;
const office = fc.constantFrom(...OFFICES);
const name = fc.constantFrom('Cầu A', 'Đường B', 'Chợ C');
const code = fc.option(fc.constantFrom('7000001', '7000002', '7000003'));
const register = fc
  .uniqueArray(fc.record({ code, name, heldBy: office, participants: fc.subarray([...OFFICES]) }), {
    selector: ({ code: own, name: called, heldBy }) => own ?? `${called} ${heldBy}`,
    maxLength: 8,
  })
  .map((rows) =>
    rows.map((row, index) => project(`id-${index}`, row.code, row.name, row.heldBy, row.participants)),
  );

describe('whatever the register holds', () => {
  const cell = { sheet: 'Sheet1', cell: 'B7' };

  it('a row touches and tells only what the sender may report', () => {
    const answer = fc.constantFrom(undefined, NEW_PROJECT, 'id-0', 'id-1', 'id-2', 'none');
    fc.assert(
      fc.property(
        register,
        office,
        fc.boolean(),
        code,
        name,
        answer,
        (known, sender, clearance, c, n, said) => {
          const row = { code: c, name: n };
          const decided = new Map(said === undefined ? [] : [[matchKey(c ?? n), said]]);
          const who = {
            organizationId: sender,
            scope: [sender],
            hasPlanAbove: true,
            asParticipant: clearance,
          };
          const matched = new ProjectMatcher(known, who, decided);
          const mayReport = ({ heldBy, participants }: KnownProject): boolean =>
            heldBy === sender || (clearance && participants.includes(sender));
          const match = matched.match(row);
          const finding = matchFinding(matched, row, cell);
          if (match.type === 'known') expect(mayReport(match.project)).toBe(true);
          if (match.type === 'doubtful') expect(match.proposals.every(mayReport)).toBe(true);
          // A code that the register has is never taken for that of a new project.
          if (match.type === 'new')
            expect(known.some((other) => other.code !== null && other.code === c)).toBe(false);
          if (match.type === 'foreign') {
            const other = new ProjectMatcher([project('x', row.code ?? '7', n, 'somebody')], who);
            expect(finding).toEqual(matchFinding(other, row, cell));
            expect(finding).toMatchObject({
              code: 'RET-PROJECT-NOT-YOURS',
              severity: 'error',
              value: c ?? n,
            });
          }
          const foreign = known.filter((one) => !mayReport(one)).map(({ id }) => id);
          const choices = finding?.choices?.map(({ value }) => value) ?? [];
          expect(choices.filter((id) => foreign.includes(id))).toEqual([]);
          // Without what isn't the sender's to report, all else would be found the same, but for the refusal.
          if (match.type !== 'foreign') {
            const apart = new ProjectMatcher(known.filter(mayReport), who, decided);
            expect(matchFinding(apart, row, cell)).toEqual(finding);
          }
        },
      ),
    );
  });
});
