import type { NamedSubject } from './audit-entry';
import { detailsInWords } from './details-in-words';

const ID = '0f5b6c1e-0000-4000-8000-000000000001';
const office: NamedSubject = {
  kind: 'organization',
  id: ID,
  label: 'đơn vị',
  labelEn: 'organisation',
  name: 'UBND huyện Thử',
  projectId: null,
};

const inBoth = (details: Record<string, unknown>, mentioned: readonly NamedSubject[] = []) => {
  const facts = detailsInWords({ details, mentioned });
  const vietnamese = facts.map((one) => `${one.label}: ${one.values.map(({ text }) => text).join(', ')}`);
  const english = facts.map((one) => `${one.labelEn}: ${one.values.map(({ textEn }) => textEn).join(', ')}`);
  return [vietnamese.join('; '), english.join('; ')];
};

describe('what an entry of the trail keeps, in words', () => {
  it.each<[string, Record<string, unknown>, string, string]>([
    ['nothing', {}, '', ''],
    ['a code of ours', { role: 'finance-head' }, 'vai trò: trưởng phòng tài chính', 'role: finance head'],
    [
      'what is on or off',
      { enabled: true, disabled: false },
      'bật: có; khóa: không',
      'enabled: yes; disabled: no',
    ],
    ['a day', { from: '2023-06-22' }, 'từ: 22/06/2023', 'from: 22/06/2023'],
    ['a day that there isn’t', { name: '2023-02-31' }, 'tên: 2023-02-31', 'name: 2023-02-31'],
    ['a number', { days: 11 }, 'số ngày: 11', 'days: 11'],
    ['what was taken away', { commune: null, kinds: [] }, 'địa bàn: –; phải gửi: –', 'commune: –; owes: –'],
    [
      'a file, by its first digits',
      { sha256: 'ab'.repeat(32) },
      'dấu của tệp: abababababab…',
      'hash of the file: abababababab…',
    ],
    ['several', { kinds: ['unit', 'tự do'] }, 'phải gửi: đơn vị tính, tự do', 'owes: unit, tự do'],
    [
      'parts of parts',
      { thresholds: { q1: 60, q2: [null, 1] } },
      'ngưỡng: q1 60, q2 –, 1',
      'thresholds: q1 60, q2 –, 1',
    ],
    ['a part that has no name yet', { constructor: 'x' }, 'constructor: x', 'constructor: x'],
  ])('%s', (_, details, vi, en) => {
    expect(inBoth(details)).toEqual([vi, en]);
  });

  it('names things by what they are called today, what is gone by its id, and hands them on for links', () => {
    const gone = { ...office, id: 'gone', name: null };
    const details = { organizationIds: [ID, 'gone'], into: ID };
    expect(inBoth(details, [office, gone])[0]).toBe(
      'của các đơn vị: UBND huyện Thử, gone; gộp vào: UBND huyện Thử',
    );
    const [offices, into] = detailsInWords({ details, mentioned: [office, gone] });
    expect(offices?.values.map(({ thing }) => thing)).toEqual([office, gone]);
    expect(into?.values).toEqual([{ text: 'UBND huyện Thử', textEn: 'UBND huyện Thử', thing: office }]);
  });
});
