import fc from 'fast-check';
import {
  mayFollow,
  REMARK_DECISIONS,
  remarkKey,
  weighRemarks,
  type RemarkDecision,
  type RemarkDecisionType,
} from './remark-decisions';

const PROJECT = '7904561';
const proposed = (text: string, decisions: readonly RemarkDecision[], blockers: readonly string[] = []) =>
  weighRemarks([{ projectId: PROJECT, text }], {
    decisions,
    blockers: blockers.map((said) => ({ projectId: PROJECT, text: said })),
  }).some(({ decision }) => decision === undefined);
const on = (text: string, ...types: RemarkDecisionType[]): RemarkDecision[] =>
  types.map((type) => ({ projectId: PROJECT, key: remarkKey(text), type }));

describe('the key of a remark', () => {
  it.each([
    ['Còn 04 hộ chưa nhận tiền', 'còn 4 hộ  chưa nhận tiền.'],
    ['Đang hoà giải, thuý', 'ĐANG HÒA GIẢI; THÚY'],
    ['Chờ giá đất', 'Chơ\u0300 giá đất'.normalize('NFD')],
    ['Chờ thẩm định (đợt 2)', ' – Chờ thẩm định, đợt 2'],
  ])('takes “%s” and “%s” for one', (one, other) => expect(remarkKey(one)).toBe(remarkKey(other)));

  it.each([
    ['Còn 4 hộ chưa nhận tiền', 'Còn 3 hộ chưa nhận tiền'],
    ['Hộ dân đã nhận tiền', 'Hộ dân đa nhận tiền'],
    ['Chưa di dời mộ', 'Chưa di dời mỏ'],
    ['Vướng 1,5 ha', 'Vướng 15 ha'],
    ['Chờ giá đất', 'Chờ giá đất ở'],
    ['Còn 40 hộ', 'Còn 4 hộ'],
  ])('tells “%s” from “%s”', (one, other) => expect(remarkKey(one)).not.toBe(remarkKey(other)));
});

describe('a remark', () => {
  const text = 'Đang bổ sung hồ sơ tháng 7';

  it('is proposed until a person says what it is, and again once that was taken back', () => {
    expect(proposed(text, [])).toBe(true);
    expect(proposed(text, on(text, 'declined'))).toBe(false);
    expect(proposed(text, on(text, 'accepted'))).toBe(false);
    expect(proposed(text, on(text, 'declined', 'reconsidered'))).toBe(true);
    expect(proposed(text, on(text, 'declined', 'reconsidered', 'declined'))).toBe(false);
  });

  it('with another text, or of another project, is proposed', () => {
    expect(proposed('Đang bổ sung hồ sơ tháng 8', on(text, 'declined'))).toBe(true);
    const elsewhere = on(text, 'declined').map((decision) => ({ ...decision, projectId: '7839015' }));
    expect(proposed(text, elsewhere)).toBe(true);
  });

  it('that is a blocker already, or says that nothing stands in the way, is not', () => {
    expect(proposed(text, [], [`${text}.`])).toBe(false);
    expect(proposed('Không có vướng mắc', [])).toBe(false);
    expect(proposed('…', [])).toBe(false);
  });

  it('stands once, however many rows say it; of a project that is not registered, in each row', () => {
    const ground = { decisions: [], blockers: [] };
    const twice = [text, ` ${text}.`];
    expect(
      weighRemarks(
        twice.map((said) => ({ projectId: PROJECT, text: said })),
        ground,
      ),
    ).toHaveLength(1);
    expect(
      weighRemarks(
        twice.map((said) => ({ projectId: null, text: said })),
        ground,
      ),
    ).toHaveLength(2);
  });
});

/** The same words, typed otherwise. */
const spellings: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.normalize('NFD'),
  (text) => `  ${text.replaceAll(' ', '\u00a0 ')}…`,
  (text) => `- ${text};`,
  (text) => text.replace(/\d+/g, '0$&'),
  (text) => text.replaceAll('òa', 'oà'),
];
const TEXTS = [
  'Chờ hòa giải 3 hộ',
  'Chờ hòa giải 2 hộ',
  'Chờ hóa giải 3 hộ',
  'Đang thẩm định',
  'Đang thẩm đính',
];
const PROJECTS = ['a', 'b'];
const fact = fc.record({
  kind: fc.constantFrom('reported' as const, ...REMARK_DECISIONS),
  projectId: fc.constantFrom(...PROJECTS),
  text: fc.nat(TEXTS.length - 1),
  spelling: fc.constantFrom(...spellings),
});

it('what was accepted, or declined and not taken back, never comes back, whatever was reported and decided in whatever order', () => {
  fc.assert(
    fc.property(fc.array(fact, { maxLength: 60 }), (facts) => {
      const reported: { projectId: string; text: string; is: string }[] = [];
      const decisions: RemarkDecision[] = [];
      /** What stands, by project and which text it is: kept without looking at any text. */
      const plainly = new Map<string, RemarkDecisionType>();
      for (const { kind, projectId, text, spelling } of facts) {
        const is = `${projectId} ${text}`;
        const said = spelling(TEXTS[text] ?? '');
        if (kind === 'reported') reported.push({ projectId, text: said, is });
        else if (mayFollow(kind, plainly.get(is))) {
          decisions.push({ projectId, key: remarkKey(said), type: kind });
          plainly.set(is, kind);
        }
        const asked = weighRemarks(reported, { decisions, blockers: [] }).flatMap(({ remark, decision }) =>
          decision === undefined ? [remark.is] : [],
        );
        const open = new Set(
          reported
            .map((remark) => remark.is)
            .filter((one) => [undefined, 'reconsidered'].includes(plainly.get(one))),
        );
        expect(asked.toSorted()).toEqual([...open].toSorted());
      }
    }),
    { numRuns: 300 },
  );
});

it('an accepted remark stays accepted: nothing follows it', () => {
  expect(REMARK_DECISIONS.filter((next) => mayFollow(next, 'accepted'))).toEqual([]);
  expect(mayFollow('reconsidered', undefined)).toBe(false);
  expect(mayFollow('declined', 'declined')).toBe(false);
});
