import type { ChoiceEffect, Finding } from '@thongvon/return-reader';

/** What a cause asks of the person who looks at the return. */
export const CAUSE_ASKS = ['mend', 'answer', 'check', 'understood'] as const;
export type CauseAsks = (typeof CAUSE_ASKS)[number];

/** One thing that is wrong or open, with all findings that it shows itself by. */
export interface Cause {
  /** The same as long as its first finding is there. */
  readonly key: string;
  readonly asks: CauseAsks;
  readonly title: string;
  readonly titleEn: string;
  /** Indexes among the return's findings; the first is the one that it is shown by. */
  readonly findings: readonly number[];
  /** Indexes of what follows from it, and may settle with it. */
  readonly consequences: readonly number[];
  /** How many places, those that aren't listed included. */
  readonly places: number;
  /** Of several questions: what can be answered to all of them at once. */
  readonly choices: readonly CauseChoice[];
  /** One answer, or one reason, may be given to all. */
  readonly isOne: boolean;
}

export interface CauseChoice {
  readonly value: string;
  readonly label: string;
  readonly labelEn: string;
  readonly effect?: ChoiceEffect;
  /** What the return's sum becomes with it, and by how much its projects move; whole đồng. */
  readonly money?: ChoiceMoney;
}

export interface ChoiceMoney {
  readonly total: string;
  /** Null: nothing of these projects counts yet. */
  readonly change: string | null;
}

/** A question that no answer settles is mended in the file. */
export function asksOf({ severity, asks }: Pick<Finding, 'severity' | 'asks'>): CauseAsks {
  switch (severity) {
    case 'error':
      return 'mend';
    case 'question':
      return asks === undefined ? 'mend' : 'answer';
    case 'warning':
      return 'check';
    case 'info':
      return 'understood';
  }
}
