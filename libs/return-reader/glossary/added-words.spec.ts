import { readCaption } from '../header/caption';
import { conflictOf, explainCaption } from './known-vocabulary';
import { readWorkbook } from '../read-workbook';
import { type AddedWord } from '../vocabulary/phrase-book';
import { complaints, meanings, readSheets, readTable, TITLE } from '../testing/read-sheet';

const DRAWN: AddedWord = { kind: 'caption', meaning: 'disbursed', phrase: 'số vốn đã rút' };
const HEADER = ['TT', 'Tên dự án', 'Mã dự án', 'Kế hoạch vốn', 'Số vốn đã rút'];
const ROW = [1, 'Đường liên xã', '7901234', 5_000, 1_250];

describe('words of an installation', () => {
  it('are read as those that the reader knows, in the reading that they are given to and in no other', () => {
    const plain = readTable([HEADER, ROW]);
    expect(complaints(plain)).not.toEqual([]);
    const taught = readTable([HEADER, ROW], [], { words: [DRAWN] });
    expect(complaints(taught)).toEqual([]);
    expect(meanings(taught)).toMatchObject({ D: 'planned', E: 'disbursed' });
    expect(taught.total.disbursed).toBe('1250000000');
    // Not what was kept of the reading before: other words, then none.
    const other = readTable([HEADER, ROW], [], { words: [{ ...DRAWN, meaning: 'estimate' }] });
    expect(meanings(other)['E']).not.toBe('disbursed');
    expect(readTable([HEADER, ROW])).toEqual(plain);
    expect(readTable([HEADER, ROW], [], { words: [DRAWN] })).toEqual(taught);
  });

  it('count no longer when their reading is over, also where it has failed', () => {
    const broken = { date1904: false, sheets: undefined } as never;
    expect(() => readWorkbook(broken, { words: [DRAWN] })).toThrow();
    expect([...readCaption('Số vốn đã rút').tags]).not.toContain('disbursed');
    expect(explainCaption('Số vốn đã rút', [DRAWN]).tags.map(({ key }) => key)).toEqual(['disbursed']);
    expect([...readCaption('Số vốn đã rút').tags]).not.toContain('disbursed');
  });

  it('can be units and sources too', () => {
    const words: AddedWord[] = [
      { kind: 'unit', meaning: 'million-dong', phrase: 'Trb' },
      { kind: 'source', meaning: 'provincial-budget', phrase: 'quỹ Sông Xanh' },
    ];
    const rows = [
      ...TITLE.slice(0, 2),
      ['ĐVT: trb'],
      ['TT', 'Tên dự án', 'Mã dự án', 'Nguồn vốn', 'Kế hoạch vốn', 'Giải ngân'],
      [1, 'Đường liên xã', '7901234', 'Quỹ Sông Xanh', 5_000, 1_250],
    ];
    const taught = readSheets([{ rows }], { words });
    expect(complaints(taught)).toEqual([]);
    expect(taught.projects[0]?.lines).toMatchObject([
      { source: 'provincial-budget', sourceLabel: 'Quỹ Sông Xanh', disbursed: '1250000000' },
    ]);
    expect(complaints(readSheets([{ rows }]))).toEqual(['RET-UNIT-UNKNOWN E4']);
  });

  it.each<[said: string, word: AddedWord, conflict: object | undefined]>([
    ['a phrase of unknown words', DRAWN, undefined],
    ['a new name of a source', { kind: 'source', meaning: 'oda', phrase: 'vốn vay ADB' }, undefined],
    [
      'a unit that is read so behind “ĐVT”',
      { kind: 'unit', meaning: 'dong', phrase: 'đồng bạc' },
      { fault: 'known' },
    ],
    ['a unit of letters', { kind: 'unit', meaning: 'million-dong', phrase: 'Trb' }, undefined],
    ['a meaning that there isn’t', { ...DRAWN, meaning: 'luck' }, { fault: 'no-such-meaning' }],
    ['digits alone', { ...DRAWN, phrase: '2023' }, { fault: 'too-short' }],
    ['what is known', { ...DRAWN, phrase: 'Số GIẢI NGÂN' }, { fault: 'known' }],
    [
      'another meaning',
      { ...DRAWN, meaning: 'planned', phrase: 'thanh toán' },
      { fault: 'other-meaning', means: [{ label: 'giải ngân' }] },
    ],
    [
      'several other meanings',
      { ...DRAWN, phrase: 'giải ngân trong kỳ' },
      { fault: 'other-meaning', means: [{ label: 'giải ngân' }, { label: 'trong kỳ' }] },
    ],
    [
      'a unit for a caption',
      { ...DRAWN, phrase: 'triệu đồng' },
      { fault: 'other-meaning', means: [{ label: 'triệu đồng' }] },
    ],
    [
      'a source for a caption',
      { ...DRAWN, phrase: 'ngân sách huyện' },
      { fault: 'other-meaning', means: [{ label: 'ngân sách huyện' }] },
    ],
    [
      'another source',
      { kind: 'source', meaning: 'oda', phrase: 'nguồn ngân sách tỉnh' },
      { fault: 'other-meaning', means: [{ label: 'ngân sách tỉnh' }] },
    ],
    [
      'the beginning of many phrases',
      { ...DRAWN, phrase: 'vốn đã' },
      {
        fault: 'part-of-others',
        phrases: ['vốn đã bố trí', 'thu hồi vốn đã tạm ứng', 'kế hoạch vốn đã điều chỉnh'],
      },
    ],
    [
      'what stands beside units',
      { kind: 'unit', meaning: 'dong', phrase: 'dự án' },
      { fault: 'part-of-others' },
    ],
  ])('%s: %j', (_, word, conflict) => {
    const found = conflictOf(word, []);
    if (conflict === undefined) expect(found).toBeUndefined();
    else expect(found).toMatchObject(conflict);
  });

  it('stand in each other’s way as well', () => {
    expect(conflictOf({ ...DRAWN, phrase: 'SỐ VỐN đã rút' }, [DRAWN])).toEqual({ fault: 'known' });
    expect(conflictOf({ ...DRAWN, meaning: 'planned' }, [DRAWN])).toMatchObject({ fault: 'other-meaning' });
    expect(conflictOf({ ...DRAWN, meaning: 'planned', phrase: 'đã rút' }, [DRAWN])).toMatchObject({
      fault: 'part-of-others',
    });
  });
});
