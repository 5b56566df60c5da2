import type { Texts } from './alert-rule';

/** A rule that the practice knows and the system can't look at, since nothing brings its data in. */
export interface MissingInput {
  readonly id: string;
  readonly title: Texts;
  readonly missing: Texts;
}

/** Data: said openly, so that nobody takes silence for "all is well". */
export const MISSING_INPUTS: readonly MissingInput[] = [];
