import { FirstTables1700000000001 } from './1700000000001-first-tables';
import { PeopleSearch1700000000002 } from './1700000000002-people-search';

/** In the order in which they run. A migration that has been released is never edited. */
export const MIGRATIONS = [FirstTables1700000000001, PeopleSearch1700000000002];
