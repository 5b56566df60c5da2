import type { BlockerCause, BlockerAction, ClearanceStep, DecidingLevel } from '@thongvon/api-contract';
import type { PlainDate } from '@thongvon/kernel';

/** What a person can set on a blocker. What is left out stays; null says "none". */
export interface BlockerFields {
  readonly description?: string;
  readonly cause?: BlockerCause;
  readonly step?: ClearanceStep | null;
  readonly responsibleUnit?: string | null;
  readonly responsiblePerson?: string | null;
  readonly decidingLevel?: DecidingLevel | null;
  readonly due?: PlainDate | null;
  /** Who holds the site up, where a contractor does. */
  readonly contractor?: string | null;
  /** Whole đồng as text; null: back to plan less disbursed. */
  readonly capitalHeld?: string | null;
  readonly openedOn?: PlainDate;
}

/** Of a blocker that was merged into the one whose history it is in: by its id; null: of this one itself. */
interface Merged {
  readonly mergedFrom: string | null;
}

interface Reported extends Merged {
  /** The return's as-of date. */
  readonly on: PlainDate;
  /** When the return began to count. */
  readonly at: Date;
  /** Order of writing, among those of the same date and instant. */
  readonly id: bigint;
}

/** A return names it. */
export interface Named extends Reported {
  readonly type: 'named';
  readonly text: string;
  readonly responsibleUnit: string | null;
  readonly due: PlainDate | null;
}

/** A return no longer names it, and its sender said whether it is solved; `text` is their reason. */
export interface Unnamed extends Reported {
  readonly type: 'solved' | 'unnamed';
  readonly text: string;
}

/** A person did something. */
export interface Done extends Merged {
  readonly type: 'opened' | 'changed' | 'closed' | 'reopened' | BlockerAction;
  /** The day it is true for. */
  readonly on: PlainDate;
  readonly at: Date;
  readonly id: bigint;
  readonly text: string | null;
  readonly evidence: string | null;
  readonly changes: BlockerFields;
}

/** What is known of a blocker: reported by returns that count, and done by people. */
export type BlockerEvent = Named | Unnamed | Done;
