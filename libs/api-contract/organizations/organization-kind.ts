/** UBND huyện or tỉnh, Ban QLDA, UBND xã, phòng/sở, Kho bạc. */
export const ORGANIZATION_KINDS = [
  'peoples-committee',
  'project-management-board',
  'commune',
  'department',
  'treasury',
] as const;
export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number];
