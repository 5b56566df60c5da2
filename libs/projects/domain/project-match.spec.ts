import { matchKey } from '@thongvon/kernel';
import { ProjectMatcher, type KnownProject } from './project-match';

const project = (id: string, code: string | null, name: string, heldBy = 'board'): KnownProject => ({
  id,
  code,
  name,
  nameKey: matchKey(name),
  heldBy,
});

const bridge = project('1', '7915442', 'Cầu Tây Giang');
const road = project('2', null, 'Đường GTNT thôn Lạc Câu', 'commune');
const matcher = (...scope: string[]): ProjectMatcher => new ProjectMatcher([bridge, road], new Set(scope));

describe('matching a row with the register', () => {
  it('goes by the code before the name', () => {
    expect(matcher().match({ code: '7915442', name: 'Cầu T. Giang' })).toEqual({
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
    expect(matcher('board').match({ code: '7915443', name: 'Cầu Tây Giang' })).toEqual({
      type: 'doubtful',
      proposals: [bridge],
    });
  });

  it("asks when the name is that of another office's coded project", () => {
    expect(matcher('commune').match({ code: null, name: 'Cầu Tây Giang' })).toMatchObject({
      type: 'doubtful',
    });
  });

  it('takes the same name in another office without a code for another project', () => {
    expect(matcher('other').match({ code: null, name: road.name })).toEqual({ type: 'new' });
  });
});
