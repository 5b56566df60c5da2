import { FINDING_CODES, SETTLED_BY_REASON, type Ask, type Finding } from '@thongvon/return-reader';
import { emptyReading } from '../../../test/factories/reading';
import { type Answer, mergeAnswers, settleAnswered, toAnswer } from './answer';
import { NO_PROFILE, readingOptionsOf } from './office-profile';

const answer = (given: Partial<Answer> & Pick<Answer, 'code' | 'asks' | 'value'>): Answer => ({
  sheet: 'GN',
  cell: 'D4',
  asked: null,
  reason: null,
  ...given,
});
const question = (code: Finding['code'], asks: Ask): Finding => ({
  code,
  severity: 'question',
  asks,
  sheet: 'GN',
  cell: 'D4',
  value: null,
  message: '…',
  messageEn: '…',
});
const optionsFor = (answers: readonly Answer[], profile = NO_PROFILE) =>
  readingOptionsOf(
    { requestedKind: null, requestedCoverage: null, answers, mapping: [] },
    profile,
    undefined,
    '2023-06-23' as never,
  );

describe('answers in force', () => {
  const unknown = answer({ code: 'RET-UNIT-UNKNOWN', asks: 'unit', value: 'thousand-dong', cell: 'C4' });
  const suspect = answer({ code: 'RET-UNIT-SUSPECT', asks: 'unit', value: 'million-dong' });

  it('are the latest, also where an earlier one about the same was to another question', () => {
    const changed = mergeAnswers([unknown, suspect], [{ ...unknown, value: 'dong' }]);
    expect(optionsFor(changed).units?.map(({ unit }) => unit)).toEqual(['dong', 'million-dong']);
    const columns = mergeAnswers(
      [answer({ code: 'RET-COLUMN-AMBIGUOUS', asks: 'column', value: 'D=planned,E=ignored', cell: 'D4' })],
      [answer({ code: 'RET-COLUMN-AMBIGUOUS', asks: 'column', value: 'E=planned,D=ignored', cell: 'E4' })],
    );
    expect(optionsFor(columns).columns?.[0]).toMatchObject({ column: 'E', meaning: 'planned' });
  });

  it('of an earlier return neither confirm a unit nor go before what the table states', () => {
    const { units } = optionsFor([], { ...NO_PROFILE, answers: [suspect] });
    expect(units).toEqual([{ sheet: 'GN', unit: 'million-dong', unlessStated: true }]);
  });

  it('about the table settle no question by being given: it was read with them, and still asks', () => {
    for (const asks of ['unit', 'column-unit', 'column', 'as-of', 'plan-year', 'decision'] as const) {
      const given = answer({ code: 'RET-UNIT-SUSPECT', asks, value: 'x' });
      const [finding] = settleAnswered([question('RET-UNIT-SUSPECT', asks)], [given]);
      expect(finding?.severity).toBe('question');
    }
  });

  it.each(FINDING_CODES)('with a reason settle %s only where it is a fact of the world', (code) => {
    const asked = question(code, 'reason');
    const given = { code, sheet: 'GN', cell: 'D4', asked: null, value: null, reason: 'đã đối chiếu' };
    const kept = toAnswer(asked, given, emptyReading());
    expect(kept !== undefined).toBe(SETTLED_BY_REASON[code]);
    const [finding] = settleAnswered([asked], [answer({ code, asks: 'reason', value: null, reason: 'x' })]);
    expect(finding?.severity).toBe(SETTLED_BY_REASON[code] ? 'info' : 'question');
  });
});
