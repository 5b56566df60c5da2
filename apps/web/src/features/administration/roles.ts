import type { Role } from '@thongvon/api-contract';

/** In the order in which they are offered. */
export const ROLE_ORDER: readonly Role[] = [
  'reporter',
  'finance-officer',
  'finance-head',
  'leader',
  'administrator',
];
