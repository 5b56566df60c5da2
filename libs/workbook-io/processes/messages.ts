import type { RefusalCode } from '../workbook-refused';

/** For one file, milliseconds: of the processor, and of waiting for the result, in which others may have the processor. */
export interface TimeLimits {
  readonly timeLimitMs: number;
  readonly waitLimitMs: number;
}

/** What is sent to a reading process. */
export interface Request<Options> {
  readonly bytes: Uint8Array;
  readonly options: Options;
  readonly limits: TimeLimits;
}

/** What comes back: a result, a refusal, or a fault of the program with its stack. */
export type Answer<Result> =
  | { readonly type: 'result'; readonly result: Result }
  | { readonly type: 'refused'; readonly code: RefusalCode; readonly detail: string }
  | { readonly type: 'fault'; readonly message: string; readonly stack: string };
