import { byWords } from './added-words';
import { phrases } from './phrase-book';

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
      cân đối nsđp | cân đối ngân sách | vốn cân đối
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
export const SOURCE_FILLERS: readonly string[] = phrases(`
  nguồn | vốn | nguồn vốn | từ | bằng | thu | hỗ trợ | đầu tư | công | cấp | bổ sung | có mục tiêu |
  phần | tiền | số | trong đó | tr | đó | các | thuộc | sử dụng | nguồn thu | ngân sách | ns | của
`);

/** First words by which a heading or a row shows that it names a source. */
export const SOURCE_OPENINGS: readonly string[] = phrases(`
  nguồn | vốn | ngân sách | ns | nstw | nst | nsh | nsx | nsđp | ctmtqg | chương trình mtqg |
  chương trình mục tiêu quốc gia | mtqg | tiền sử dụng đất | thu tiền sử dụng đất | xổ số | xskt | oda |
  trái phiếu | tăng thu | kết dư | dự phòng ngân sách
`);
