import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Words of the first house that readers stumbled over (docs/glossary.md, its last paragraph). */
const RETIRED =
  /\b(?:deeds?|graver|foothold|furnish(?:ed)?|hurry|heard|told)\b|(?:Deed|Told|Graver|Foothold|Heard)(?=[A-Z]|s?\b)|\b(?:deed|told)[A-Z]|(?:\b|_)(?:DEEDS?|TOLD|GRAVER|FOOTHOLD)(?:\b|_)/;
/** Where they may stand: what has run on databases, and the lists of them. */
const KEPT = /database\/migrations\/|test\/architecture\/words\.spec\.ts$/;

const root = path.resolve(__dirname, '../..');
const files = execFileSync('git', ['ls-files', 'apps', 'libs', 'test', 'scripts', 'bench'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /\.(?:ts|tsx|mjs|cjs)$/.test(file) && !KEPT.test(file));

const retiredIn = (text: string): string[] => text.split('\n').filter((line) => RETIRED.test(line));

describe('retired words', () => {
  it('stand in no code and no comment', () => {
    const found = files.flatMap((file) =>
      retiredIn(readFileSync(path.join(root, file), 'utf8')).map((line) => `${file}: ${line.trim()}`),
    );
    expect(found).toEqual([]);
  });

  it.each(['/** Each deed once. */', 'const toldOf = 1;', 'class RecordDeed {}', 'const ALERT_DEEDS = 1;'])(
    'are found in %s',
    (line) => {
      expect(retiredIn(line)).toHaveLength(1);
    },
  );
});

/**
 * Where the tone stands in oa, oe and uy: on the first vowel (hòa, khóa, thủy), as the State's documents write; "quý" is of qu
 * and y. Offices write both, so the reader's vocabulary and what compares their words know both.
 */
const TONE_ON_SECOND = /(?<!\p{L})(?!qu)\p{L}*?(?:o[áàảãạéèẻẽẹ]|u[ýỳỷỹỵ])(?!\p{L})/iu;
const BOTH = /\.spec\.ts$|^libs\/return-reader\/vocabulary\/|^libs\/blockers\/domain\/remark-decisions\.ts$/;
const guides = execFileSync('git', ['ls-files', 'README.md', 'demo/README.md', 'docs/huong-dan'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file.endsWith('.md'));

const otherwiseIn = (text: string): string[] => text.split('\n').filter((line) => TONE_ON_SECOND.test(line));

describe('Vietnamese', () => {
  it('is spelt in one way on screens, in letters and in guides', () => {
    const shown = files.filter((file) => /^(?:apps|libs)\//.test(file) && !BOTH.test(file));
    const found = [...shown, ...guides].flatMap((file) =>
      otherwiseIn(readFileSync(path.join(root, file), 'utf8').normalize('NFC')).map(
        (line) => `${file}: ${line}`,
      ),
    );
    expect(found).toEqual([]);
  });

  it.each(['đã khoá', 'Hoà giải', 'nhà thuỷ điện', 'số liệu minh hoạ', 'luỹ kế'])('is not in %s', (text) => {
    expect(otherwiseIn(text)).toHaveLength(1);
  });

  it.each(['đã khóa', 'quý I, Quỹ đất, quỵ', 'thoái vốn, ngoài, hoàn, khoản, tuyến', 'kế hoạch'])(
    'is in %s',
    (text) => {
      expect(otherwiseIn(text)).toEqual([]);
    },
  );
});

/** What officers misunderstood, with what is written instead: on screens, in letters, findings, documents and guides. */
const MISUNDERSTOOD: readonly (readonly [RegExp, string])[] = [
  [/biểu (?:mẫu )?trống/iu, 'Biểu mẫu kỳ tới (điền sẵn)'],
  [/Điều đúng là/u, 'Chọn cách hiểu đúng'],
  [/Dùng câu trả lời này/u, 'Lưu câu trả lời'],
  [/\d+ ô phải sửa/u, 'n câu cần trả lời'],
  [/nhúc nhích/iu, 'không phát sinh giải ngân'],
  [/0 % sau quý/u, 'hết quý … chưa giải ngân'],
  [/(?<!\p{L})máy (?:tự|đã|chưa|vẫn|không đọc|đọc|hiểu|hỏi|lấy|coi|cho rằng)(?!\p{L})/iu, 'hệ thống'],
  [/(?<!\p{L})Diễn biến(?!\p{L})/u, 'Lịch sử xử lý'],
  [/(?<!\p{L})bậc \d/iu, 'nhắc lần n, đã gửi …'],
  [/Đang chạy \(tạm ứng\)/u, 'Đang thực hiện'],
  [/(?<!\p{L})phát hiện(?!\p{L})/iu, 'kết quả kiểm tra'],
  [/['"“>]Thôi(?: sửa)?['"”<]/u, 'Hủy'],
  [/không cản việc gửi/u, 'vẫn gửi được'],
];
const misunderstoodIn = (text: string): string[] =>
  text
    .split('\n')
    .flatMap((line) =>
      MISUNDERSTOOD.flatMap(([word, better]) => (word.test(line) ? [`${line.trim()} → ${better}`] : [])),
    );

describe('words that officers misunderstood', () => {
  it('are shown nowhere', () => {
    const shown = files.filter((file) => /^(?:apps|libs)\//.test(file) && !/\.spec\.tsx?$/.test(file));
    const found = [...shown, ...guides].flatMap((file) =>
      misunderstoodIn(readFileSync(path.join(root, file), 'utf8').normalize('NFC')).map(
        (line) => `${file}: ${line}`,
      ),
    );
    expect(found).toEqual([]);
  });

  it.each([
    "vi: 'Biểu trống'",
    '2 ô phải sửa',
    'ô này; máy vẫn đọc',
    "'Các phát hiện'",
    "vi: 'Thôi'",
    'nhắc bậc 4',
  ])('are found in %s', (line) => {
    expect(misunderstoodIn(line)).toHaveLength(1);
  });

  it.each(['máy chủ chưa trả lời', 'Thôi tham gia', 'máy tính của bạn'])('are not found in %s', (line) => {
    expect(misunderstoodIn(line)).toEqual([]);
  });
});
