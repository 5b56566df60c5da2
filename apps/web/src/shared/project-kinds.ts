import type { ProjectKind } from '@thongvon/api-contract';
import type { Messages } from '../language';

/** What is built, in words. */
export const PROJECT_KIND_NAMES = {
  road: { vi: 'Giao thông - đường bộ', en: 'Roads' },
  bridge: { vi: 'Giao thông - cầu', en: 'Bridges' },
  cemetery: { vi: 'Nghĩa trang', en: 'Cemeteries' },
  'residential-zone': { vi: 'Khu dân cư, tái định cư', en: 'Residential zones' },
  irrigation: { vi: 'Thủy lợi', en: 'Irrigation' },
  school: { vi: 'Giáo dục và đào tạo', en: 'Schools' },
  health: { vi: 'Y tế', en: 'Health' },
  culture: { vi: 'Văn hóa, thể thao, du lịch', en: 'Culture, sports, tourism' },
  market: { vi: 'Thương mại, chợ', en: 'Markets' },
  'government-office': { vi: 'Trụ sở cơ quan, quốc phòng, an ninh', en: 'Government offices' },
  'urban-infrastructure': { vi: 'Hạ tầng đô thị', en: 'Urban infrastructure' },
  'water-supply': { vi: 'Cấp nước', en: 'Water supply' },
  electricity: { vi: 'Điện', en: 'Electricity' },
  other: { vi: 'Lĩnh vực khác', en: 'Other' },
} satisfies Record<ProjectKind, Messages[string]>;
