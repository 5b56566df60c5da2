import type { GuideNode } from './guide-node';
import type { Role } from '@thongvon/api-contract';

export type GuideName = 'can-bo-ban-qlda' | 'phong-tai-chinh' | 'lanh-dao' | 'quan-tri';

/** Each guide by the last part of its address, loaded when it is opened. */
export const GUIDES: Readonly<Record<GuideName, () => Promise<{ guide: readonly GuideNode[] }>>> = {
  'can-bo-ban-qlda': () => import('../../../../../docs/huong-dan/can-bo-ban-qlda.md'),
  'phong-tai-chinh': () => import('../../../../../docs/huong-dan/phong-tai-chinh.md'),
  'lanh-dao': () => import('../../../../../docs/huong-dan/lanh-dao.md'),
  'quan-tri': () => import('../../../../../docs/huong-dan/quan-tri.md'),
};

/** Whose guide is whose. */
export const OWN_GUIDE: Readonly<Record<Role, GuideName>> = {
  reporter: 'can-bo-ban-qlda',
  'finance-officer': 'phong-tai-chinh',
  'finance-head': 'phong-tai-chinh',
  leader: 'lanh-dao',
  administrator: 'quan-tri',
};
