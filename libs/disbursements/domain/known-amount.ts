import { formatRate, type Dong } from '@thongvon/kernel';

/** Why an amount or rate is null (contract, section 1). */
export type Reason = 'not-reported' | 'not-applicable' | 'no-plan';

export interface Amounts {
  readonly planned: Dong | null;
  readonly disbursed: Dong | null;
  readonly completed: Dong | null;
  readonly advance: Dong | null;
}

export interface ShownAmounts {
  readonly planned: string | null;
  readonly disbursed: string | null;
  readonly completed: string | null;
  readonly advance: string | null;
  /** Planned less disbursed; negative when over the plan. */
  readonly remaining: string | null;
  /** Two decimals, half up. */
  readonly rate: string | null;
  /** Why `rate` is null, which is also why `disbursed` or `planned` is; null when there is a rate. */
  readonly reason: Reason | null;
}

/** Amounts as the API shows them: unknown is null with a reason, never zero. */
export function showAmounts({ planned, disbursed, completed, advance }: Amounts): ShownAmounts {
  const known = planned !== null && disbursed !== null;
  return {
    planned: text(planned),
    disbursed: text(disbursed),
    completed: text(completed),
    advance: text(advance),
    remaining: known ? (planned - disbursed).toString() : null,
    rate: known ? formatRate(disbursed, planned) : null,
    reason:
      planned === null
        ? 'no-plan'
        : disbursed === null
          ? 'not-reported'
          : planned === 0n
            ? 'not-applicable'
            : null,
  };
}

const text = (value: Dong | null): string | null => value?.toString() ?? null;
