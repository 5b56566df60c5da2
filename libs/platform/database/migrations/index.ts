import { FirstTables1700000000001 } from './1700000000001-first-tables';

/** In the order in which they run. A migration that has been released is never edited. */
export const MIGRATIONS = [FirstTables1700000000001];
