import type { StandingColumn } from '@thongvon/api-contract';
import type { ColumnKey } from './columns';

/** What each column of the screen is called in the workbook; bars have no column there. */
export const STANDING_COLUMN_NAMES: Partial<Record<ColumnKey, readonly StandingColumn[]>> = {
  owner: ['owner'],
  kind: ['kind'],
  commune: ['commune'],
  planned: ['planned'],
  disbursed: ['disbursed'],
  remaining: ['remaining'],
  weekChange: ['weekChange', 'changeDates'],
  rate: ['rate'],
  shortfall: ['shortfall'],
  blocker: ['blocker'],
  asOf: ['asOf'],
};
