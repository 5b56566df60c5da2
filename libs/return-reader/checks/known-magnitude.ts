import { type Dong, matchKey } from '@thongvon/kernel';
import type { ReadingOptions } from '../model/options';
import { FAR } from '../values/decimals';

/** How a project is named among what is known: by its code, else by the key of its name. */
export function knownKey({ code, name }: { readonly code: string | null; readonly name: string }): string {
  return code ?? `~${matchKey(name)}`;
}

/**
 * What the ledger says of a plan's magnitude: it confirms it where this project's own plan, or without one its last approved
 * figure, is less than a hundred times as much or as little, as other rules hold amounts against the ledger; undefined:
 * nothing is known of the project. A project that is really large among its neighbours is so every week.
 */
export function ledgerConfirms(
  project: { readonly code: string | null; readonly name: string },
  planned: Dong,
  known: ReadingOptions['known'],
): boolean | undefined {
  const key = knownKey(project);
  const booked = amountIn(known?.planned, key) ?? amountIn(known?.disbursed, key);
  if (booked === undefined) return undefined;
  return planned < booked * FAR && booked < planned * FAR;
}

function amountIn(
  amounts: Readonly<Record<string, string | null>> | undefined,
  key: string,
): Dong | undefined {
  const amount = amounts?.[key] ?? null;
  return amount === null || BigInt(amount) <= 0n ? undefined : BigInt(amount);
}
