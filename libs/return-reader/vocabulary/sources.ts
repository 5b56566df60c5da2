import { cleanText } from '@thongvon/kernel';
import { byWords, PhraseBook, phrases, wordsOf } from './phrase-book';

/** A source of capital: a stable code, how people name it, and the phrases that mean it. */
export interface SourceTerm {
  readonly code: string;
  readonly phrases: readonly string[];
}

/**
 * The usual sources (domain 1.5). A label that means none of them, or several, gets a code made of its own words; see
 * `sourceOf`. The more special stand first only for reading: the longest phrase wins.
 */
export const SOURCES: readonly SourceTerm[] = [
  {
    code: 'central-budget',
    phrases: phrases(`
      ngân sách trung ương | ns trung ương | nstw | ns tw | nsttw | ngân sách tw | vốn trung ương |
      trung ương | tw | vốn trong nước nstw | ns cấp trung ương
    `),
  },
  {
    code: 'provincial-budget',
    phrases: phrases(`
      ngân sách tỉnh | ns tỉnh | nst | vốn tỉnh | ngân sách cấp tỉnh | ns cấp tỉnh | tỉnh | tỉnh hỗ trợ |
      ngân sách tỉnh hỗ trợ | ngân sách thành phố | ngân sách thành phố hỗ trợ | ns thành phố |
      ngân sách tp | ns tp | thành phố hỗ trợ | tp hỗ trợ | ngân sách địa phương cấp tỉnh
    `),
  },
  {
    code: 'district-budget',
    phrases: phrases(`
      ngân sách huyện | ns huyện | nsh | vốn huyện | ngân sách cấp huyện | ns cấp huyện | huyện |
      ngân sách quận | ngân sách thị xã | ns thị xã | ns quận
    `),
  },
  {
    code: 'commune-budget',
    phrases: phrases(`
      ngân sách xã | ns xã | nsx | vốn xã | ngân sách cấp xã | ns cấp xã | xã | ngân sách phường |
      ns phường | ngân sách thị trấn | ngân sách xã phường
    `),
  },
  {
    code: 'local-budget',
    phrases: phrases(`
      ngân sách địa phương | nsđp | ns địa phương | vốn địa phương | cân đối ngân sách địa phương |
      cân đối nsđp | cân đối ngân sách | vốn cân đối | đối ứng nsđp | đối ứng ngân sách địa phương |
      vốn đối ứng nsđp | vốn đối ứng ngân sách địa phương | nsđp đối ứng | vốn đối ứng địa phương
    `),
  },
  {
    code: 'concentrated-capital',
    phrases: phrases(`
      vốn tập trung | vốn đầu tư tập trung | xdcb tập trung | vốn xdcb tập trung |
      xây dựng cơ bản tập trung | vốn trong nước | vốn phân cấp | phân cấp
    `),
  },
  {
    code: 'land-use-fees',
    phrases: phrases(`
      tiền sử dụng đất | thu tiền sử dụng đất | tiền sdđ | tsdđ | sdđ | sử dụng đất | thu sử dụng đất |
      vốn đất | nguồn thu sử dụng đất | tiền sd đất | quỹ đất | khai thác quỹ đất |
      đấu giá quyền sử dụng đất | tiền đất | thu tiền sdđ
    `),
  },
  {
    code: 'lottery',
    phrases: phrases(`
      xổ số kiến thiết | xskt | xổ số | thu xổ số | vốn xổ số
    `),
  },
  {
    code: 'national-target-programme-new-rural',
    phrases: phrases(`
      ctmtqg xây dựng nông thôn mới | chương trình mtqg xây dựng nông thôn mới |
      chương trình mục tiêu quốc gia xây dựng nông thôn mới | ctmtqg ntm | ctmtqg nông thôn mới |
      mtqg ntm | mtqg xây dựng nông thôn mới | mtqg nông thôn mới | ctmtqg xd ntm | ctmtqg xdntm |
      chương trình nông thôn mới | chương trình ntm | ctmtqg xây dựng ntm | mtqg xây dựng ntm |
      ctmtqg chương trình nông thôn mới | chương trình xây dựng nông thôn mới |
      ctmtqg chương trình xây dựng nông thôn mới
    `),
  },
  {
    code: 'national-target-programme-poverty-reduction',
    phrases: phrases(`
      ctmtqg giảm nghèo bền vững | ctmtqg giảm nghèo | ctmtqg gnbv |
      chương trình mtqg giảm nghèo bền vững | chương trình mục tiêu quốc gia giảm nghèo bền vững |
      mtqg giảm nghèo bền vững | mtqg giảm nghèo | mtqg gnbv | chương trình giảm nghèo bền vững |
      chương trình giảm nghèo | chương trình gnbv | ctmtqg chương trình giảm nghèo |
      ctmtqg chương trình giảm nghèo bền vững
    `),
  },
  {
    code: 'national-target-programme-ethnic-minorities',
    phrases: phrases(`
      ctmtqg phát triển kinh tế xã hội vùng đồng bào dân tộc thiểu số và miền núi | ctmtqg dtts mn |
      ctmtqg dân tộc thiểu số và miền núi | ctmtqg vùng đồng bào dân tộc thiểu số và miền núi |
      chương trình mtqg phát triển kinh tế xã hội vùng đồng bào dân tộc thiểu số và miền núi | mtqg dtts | ctmtqg dtts và mn |
      ctmtqg đồng bào dân tộc thiểu số và miền núi | mtqg dân tộc thiểu số và miền núi | mtqg dtts mn
    `),
  },
  {
    code: 'national-target-programme',
    phrases: phrases(`
      ctmtqg | chương trình mtqg | chương trình mục tiêu quốc gia | mtqg | các ctmtqg | vốn ctmtqg |
      các chương trình mục tiêu quốc gia
    `),
  },
  {
    code: 'oda',
    phrases: phrases(`
      oda | vốn oda | vốn nước ngoài | vốn vay nước ngoài | vốn vay oda | nước ngoài |
      vốn vay ưu đãi nước ngoài
    `),
  },
  {
    code: 'government-bonds',
    phrases: phrases(`
      trái phiếu chính phủ | vốn trái phiếu chính phủ | tpcp | vốn tpcp
    `),
  },
  {
    code: 'reserve-and-surplus',
    phrases: phrases(`
      dự phòng ngân sách | tăng thu | tăng thu tiết kiệm chi | tiết kiệm chi | nguồn dự phòng | kết dư |
      kết dư ngân sách | vượt thu | nguồn tăng thu | dự phòng ngân sách trung ương | dự phòng nstw
    `),
  },
  {
    code: 'community',
    phrases: phrases(`
      xã hội hóa | xã hội hoá | vốn xã hội hóa | nhân dân đóng góp | dân đóng góp | đóng góp của dân |
      vốn dân góp | huy động nhân dân | huy động | đóng góp
    `),
  },
  {
    code: 'other',
    phrases: phrases(`
      nguồn khác | vốn khác | nguồn vốn khác | các nguồn khác | các nguồn vốn khác | khác
    `),
  },
];

/** The sources with the phrases by which they are read now: those above, and those of the installation. */
export const sourceTerms: () => readonly SourceTerm[] = byWords((words) => {
  const added = words.filter(({ kind }) => kind === 'source');
  if (added.length === 0) return SOURCES;
  return SOURCES.map(({ code, phrases }) => ({
    code,
    phrases: [...phrases, ...added.filter(({ meaning }) => meaning === code).map(({ phrase }) => phrase)],
  }));
});

/** Words that may stand around a source's name without changing it. */
const SOURCE_FILLERS: readonly string[] = phrases(`
  nguồn | vốn | nguồn vốn | từ | bằng | thu | hỗ trợ | đầu tư | công | cấp | bổ sung | có mục tiêu |
  phần | tiền | số | trong đó | tr | đó | các | thuộc | sử dụng | nguồn thu | ngân sách | ns | của
`);

/** First words by which a heading or a row shows that it names a source. */
const SOURCE_OPENINGS: readonly string[] = phrases(`
  nguồn | vốn | ngân sách | ns | nstw | nst | nsh | nsx | nsđp | ctmtqg | chương trình mtqg |
  chương trình mục tiêu quốc gia | mtqg | tiền sử dụng đất | thu tiền sử dụng đất | xổ số | xskt | oda |
  trái phiếu | tăng thu | kết dư | dự phòng ngân sách
`);

export interface Source {
  readonly code: string;
  readonly label: string;
}

const FILLER = '';
const book = byWords(
  () =>
    new PhraseBook<string>({
      [FILLER]: SOURCE_FILLERS,
      ...Object.fromEntries(sourceTerms().map((source) => [source.code, source.phrases])),
    }),
);
const OPENINGS = SOURCE_OPENINGS.map((opening) => wordsOf(opening).join(' '));

/** The known source that a label means, if it means exactly one and says nothing else. */
export function knownSource(label: string): Source | undefined {
  const words = wordsOf(label);
  const matches = book().find(words);
  const codes = new Set(matches.map((match) => match.means).filter((code) => code !== FILLER));
  const [code] = codes;
  const covered = matches.reduce((sum, match) => sum + match.length, 0);
  if (codes.size !== 1 || code === undefined || covered < words.length) return undefined;
  return { code, label: cleanText(label) };
}

/** The source that a label names: a known one, or one with a stable code made of the label's own words. */
export function sourceOf(label: string): Source {
  return knownSource(label) ?? { code: wordsOf(label).join('-'), label: cleanText(label) };
}

/** Whether a label reads like the name of a source, known or not: "Nguồn ngân sách tỉnh", "Vốn ODA". */
export function namesSource(label: string): boolean {
  return knownSource(label) !== undefined || opensLikeSource(label);
}

/** What capital is for, from the first study to the last payment. */
const STAGES = phrases(`
  chuẩn bị đầu tư | cbđt | cb đầu tư | chuẩn bị dự án | chuẩn bị | thực hiện dự án | thực hiện đầu tư | thđt | thda |
  chuyển tiếp | khởi công mới | kcm | hoàn thành | quyết toán | trả nợ | trả nợ đọng | nợ đọng
`);
const AROUND_STAGES = phrases(`
  vốn | nguồn | kế hoạch | khv | bố trí | giao | cho | các | dự án | công trình | nhiệm vụ | danh mục | năm | để | đã | mới | và
`);
const stages = new PhraseBook<'stage' | 'around'>({ stage: STAGES, around: AROUND_STAGES });

/** "Vốn CBĐT", "Vốn thực hiện dự án", "Vốn cho công trình chuyển tiếp": says what capital is for, not whose it is. */
export function namesStage(label: string): boolean {
  const words = wordsOf(label).filter((word) => !/^(?:19|20)\d\d$/.test(word));
  const matches = stages.find(words);
  const covered = matches.reduce((sum, match) => sum + match.length, 0);
  return covered === words.length && matches.some((match) => match.means === 'stage');
}

/** Whether a label begins as sources do: with "Nguồn", "Vốn", "Ngân sách", "CTMTQG" and the like. */
export function opensLikeSource(label: string): boolean {
  const key = wordsOf(label).join(' ');
  return OPENINGS.some((opening) => key === opening || key.startsWith(`${opening} `));
}

/** The one known source that a label mentions among other words: "Vốn NS tỉnh kéo dài". */
export function sourceWithin(label: string): Source | undefined {
  const codes = new Set(
    book()
      .find(wordsOf(label))
      .map((match) => match.means)
      .filter((code) => code !== FILLER),
  );
  const [code] = codes;
  return codes.size === 1 && code !== undefined ? { code, label: cleanText(label) } : undefined;
}

/** Words that name a level or a place more often than a source when they stand in a longer caption. */
const BARE = [
  'tỉnh',
  'huyện',
  'xã',
  'trung ương',
  'tw',
  'khác',
  'nước ngoài',
  'đóng góp',
  'phân cấp',
  'quỹ đất',
];
const explicit = byWords(
  () =>
    new PhraseBook<string>(
      Object.fromEntries(
        sourceTerms().map(({ code, phrases }) => [code, phrases.filter((p) => !BARE.includes(p))]),
      ),
    ),
);

/** The one source that a caption of figures names among its words: "Kế hoạch vốn NS tỉnh năm 2023". */
export function sourceInCaption(caption: string): Source | undefined {
  const codes = new Set(
    explicit()
      .find(wordsOf(caption))
      .map((match) => match.means),
  );
  const [code] = codes;
  const name = sourceTerms().find((source) => source.code === code)?.phrases[0];
  if (codes.size !== 1 || code === undefined || name === undefined) return undefined;
  return { code, label: name.charAt(0).toUpperCase() + name.slice(1) };
}
