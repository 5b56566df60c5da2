import type { ClearanceStep, LandType } from '@thongvon/api-contract';
import type { PlainDate } from '@thongvon/kernel';
import type { Proof } from '../proof';

/** What a person can record of a step. What is left out stays; null takes back. */
export interface StepFields {
  readonly planned?: PlainDate | null;
  readonly started?: PlainDate | null;
  readonly done?: PlainDate | null;
  readonly percent?: number | null;
  /** "Không áp dụng", with a reason. */
  readonly notApplicable?: boolean;
  readonly landType?: LandType | null;
  /** Number and date of the document. */
  readonly evidence?: string | null;
  readonly proof?: Proof | null;
  readonly reason?: string | null;
}

/** How a step of one project, segment or batch stands. */
export interface StepState {
  readonly planned: PlainDate | null;
  readonly started: PlainDate | null;
  readonly done: PlainDate | null;
  readonly percent: number | null;
  readonly notApplicable: boolean;
  readonly landType: LandType | null;
  readonly evidence: string | null;
  /** What the evidence points to. */
  readonly proof: Proof | null;
  readonly reason: string | null;
}

export const UNTOUCHED: StepState = {
  planned: null,
  started: null,
  done: null,
  percent: null,
  notApplicable: false,
  landType: null,
  evidence: null,
  proof: null,
  reason: null,
};

export interface StepRecord {
  readonly step: ClearanceStep;
  readonly fields: StepFields;
}

/** The state of each step that anything was recorded of, from the records in the order in which they were written. */
export function stepStates(records: readonly StepRecord[]): Map<ClearanceStep, StepState> {
  const states = new Map<ClearanceStep, StepState>();
  for (const { step, fields } of records) states.set(step, { ...(states.get(step) ?? UNTOUCHED), ...fields });
  return states;
}

/** Done, or not applicable. */
export const isSettled = ({ done, notApplicable }: StepState): boolean => notApplicable || done !== null;
