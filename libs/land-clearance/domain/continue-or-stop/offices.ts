import type { OrganizationKind } from '@thongvon/api-contract';

/** Data: who signs for an office of each kind, as decree 30/2020 words it, one line each. */
export const SIGNERS: Readonly<Record<OrganizationKind, readonly string[]>> = {
  'peoples-committee': ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'],
  commune: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'],
  'project-management-board': ['GIÁM ĐỐC'],
  department: ['TRƯỞNG PHÒNG'],
  treasury: ['GIÁM ĐỐC'],
};

/** Data: the Party committee and the council next to a people's committee, reported by the level in its name. */
const LEVELS: readonly (readonly [word: RegExp, party: string, council: string])[] = [
  [/huyện/iu, 'Thường trực Huyện ủy', 'Thường trực Hội đồng nhân dân huyện'],
  [/quận/iu, 'Thường trực Quận ủy', 'Thường trực Hội đồng nhân dân quận'],
  [/xã/iu, 'Thường trực Đảng ủy xã', 'Thường trực Hội đồng nhân dân xã'],
  [/phường/iu, 'Thường trực Đảng ủy phường', 'Thường trực Hội đồng nhân dân phường'],
  [/tỉnh/iu, 'Thường trực Tỉnh ủy', 'Thường trực Hội đồng nhân dân tỉnh'],
  [/thành phố/iu, 'Thường trực Thành ủy', 'Thường trực Hội đồng nhân dân thành phố'],
];

/** Who decides whether a project goes on, at the level of the office that the file is sent to. */
export function otherDeciders(office: string): readonly string[] {
  const [, party, council] = LEVELS.find(([word]) => word.test(office)) ?? [
    undefined,
    'Thường trực cấp ủy',
    'Thường trực Hội đồng nhân dân',
  ];
  return [party, council, office];
}
