import type { BlockerView, ClearanceRatesView, OrganizationKind, StepView } from '@thongvon/api-contract';
import type { Dong, PlainDate, PlanYear } from '@thongvon/kernel';
import type { Numbers } from '@thongvon/land-clearance';

/** What is known of a project of which leaders are to decide whether it goes on. Amounts in whole đồng; null: not known. */
export interface CaseFacts {
  /** The office that draws the file up, and the one above it. */
  readonly office: string;
  readonly officeKind: OrganizationKind;
  readonly parentOffice: string | null;
  readonly asOf: PlainDate;
  readonly project: {
    readonly code: string | null;
    readonly name: string;
    readonly owner: string | null;
    readonly commune: string | null;
    readonly totalInvestment: Dong | null;
  };
  readonly planYear: PlanYear;
  readonly planned: Dong | null;
  readonly disbursed: Dong | null;
  readonly figureAsOf: PlainDate | null;
  readonly approved: Dong | null;
  readonly paid: Dong | null;
  readonly advancesOutstanding: Dong | null;
  readonly numbers: Numbers;
  readonly rates: ClearanceRatesView;
  readonly steps: readonly StepView[];
  readonly blockers: readonly BlockerView[];
  /** Meetings, dialogues and persuasion: what people wrote down, oldest first. */
  readonly dialogues: readonly {
    readonly on: PlainDate;
    readonly text: string;
    readonly evidence: string | null;
  }[];
}
