import type { PlanType } from '@thongvon/kernel';
import type { ReturnKind } from '@thongvon/return-reader';

/** A planned and a disbursed amount, whole đồng; null where the table doesn't report it. */
export interface ExpectedAmounts {
  readonly planned?: string | null;
  readonly disbursed?: string | null;
}

/** A project as a person reads it: amounts of this year's plan, and of other plan types or by source where the table tells. */
export interface ExpectedProject extends ExpectedAmounts {
  readonly code: string | null;
  readonly name: string;
  readonly byPlanType?: Partial<Record<PlanType, ExpectedAmounts>>;
  /** By the source's label as the office writes it. */
  readonly bySource?: Readonly<Record<string, ExpectedAmounts>>;
  readonly bySourceCode?: Readonly<Record<string, ExpectedAmounts>>;
  /** Of this year's plan, like `planned` and `disbursed`. */
  readonly completed?: string | null;
  readonly advance?: string | null;
  readonly estimate?: string | null;
  readonly note?: string | null;
}

/** One amount of a plan decision. */
export interface ExpectedAllocation {
  readonly code: string | null;
  readonly name: string;
  readonly planType?: PlanType;
  readonly sourceLabel?: string | null;
  readonly planned: string;
}

/** One row of a land-clearance table; only what is given is compared. */
export interface ExpectedLandClearance {
  readonly code: string | null;
  readonly name: string;
  /** The part of the project that the row tells of. */
  readonly segment?: string;
  readonly area?: string | null;
  readonly areaHandedOver?: string | null;
  readonly households?: number | null;
  readonly inventoried?: number | null;
  readonly approved?: number | null;
  readonly paid?: number | null;
  readonly handedOver?: number | null;
  readonly graves?: number | null;
  readonly compensation?: string | null;
  readonly compensated?: string | null;
  readonly blocker?: string | null;
  readonly responsibleUnit?: string | null;
  readonly due?: string | null;
}

/** What a correct reading of a layout says: the form of returns/NAME.expected.json. Lists are complete, their order is free. */
export interface ExpectedReading {
  readonly kinds: readonly ReturnKind[];
  readonly asOf?: string;
  readonly planYear: number;
  readonly decision?: {
    readonly number: string;
    readonly date: string;
    readonly mode: 'initial' | 'adjustment';
  };
  readonly total?: ExpectedAmounts;
  readonly byPlanType?: Partial<Record<PlanType, ExpectedAmounts>>;
  readonly projects?: readonly ExpectedProject[];
  readonly allocations?: readonly ExpectedAllocation[];
  readonly landClearance?: readonly ExpectedLandClearance[];
}

/** A workbook as one invented office would lay it out, and what it says. */
export interface Layout {
  /** File name without extension: `NN-what`. */
  readonly name: string;
  /** The format in which test/fixtures/layouts/ keeps the same workbook, as LibreOffice saved it. */
  readonly alsoSavedAs?: 'xls' | 'ods';
  readonly expected: ExpectedReading;
  build(): Promise<Uint8Array>;
}
