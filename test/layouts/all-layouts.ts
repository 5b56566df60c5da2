import { provincialTransportBoard } from './01-provincial-transport-board';
import { communeInText } from './02-commune-in-text';
import { weeklyWithPeriodColumns } from './03-weekly-with-period-columns';
import { provinceMergedSourceRows } from './04-province-merged-source-rows';
import { sourceSections } from './05-source-sections';
import { repeatedPageHeaders } from './06-repeated-page-headers';
import { twoTablesOnASheet } from './07-two-tables-on-a-sheet';
import { oldFormatDecomposedText } from './08-old-format-decomposed-text';
import { componentsUnderProjects } from './09-components-under-projects';
import { wrappedNamesAndFormulas } from './10-wrapped-names-and-formulas';
import { planSourcesAsColumns } from './11-plan-sources-as-columns';
import { adjustmentUpAndDown } from './12-adjustment-up-and-down';
import { communePlanSourceSections } from './13-commune-plan-source-sections';
import { planSourceRowsUnderProjects } from './14-plan-source-rows-under-projects';
import { treasuryMovements } from './15-treasury-movements';
import { treasuryOwnersAndPlanTypes } from './16-treasury-owners-and-plan-types';
import { communeLandClearance } from './17-commune-land-clearance';
import { boardLandClearance } from './18-board-land-clearance';
import { twoSheetsTwoUnits } from './19-two-sheets-two-units';
import { oneTableForEverything } from './20-one-table-for-everything';
import type { Layout } from './support/layout';

/** Twenty tables as twenty offices lay them out, by someone who has not read the reader. */
export const ALL_LAYOUTS: readonly Layout[] = [
  provincialTransportBoard,
  communeInText,
  weeklyWithPeriodColumns,
  provinceMergedSourceRows,
  sourceSections,
  repeatedPageHeaders,
  twoTablesOnASheet,
  oldFormatDecomposedText,
  componentsUnderProjects,
  wrappedNamesAndFormulas,
  planSourcesAsColumns,
  adjustmentUpAndDown,
  communePlanSourceSections,
  planSourceRowsUnderProjects,
  treasuryMovements,
  treasuryOwnersAndPlanTypes,
  communeLandClearance,
  boardLandClearance,
  twoSheetsTwoUnits,
  oneTableForEverything,
];
