import type { Evidence, Witness } from '@thongvon/return-reader';

/** What tells one comparison from another, whatever it is said beside: its kind, its counts and its sums. */
const nameOf = ({ witness, outcome, agreeing, of, waiting = 0, read, expected }: Witness): string =>
  JSON.stringify([witness, outcome, agreeing, of, waiting, read, expected]);

/** Those that aren't said already by one of `elsewhere`, each once. */
export function notSaidBy(witnesses: readonly Witness[], elsewhere: readonly Witness[]): Witness[] {
  const said = new Set(elsewhere.map(nameOf));
  return witnesses.filter((one) => !said.has(nameOf(one)) && said.add(nameOf(one)));
}

/**
 * The comparisons of a file, each once: that of a column; that of a table, of a kind that none of its columns has; that of the whole file,
 * of a kind that no table has. One with words ("F = E / D") is the same beside each of its columns.
 */
export function comparisonsOf(evidence: readonly Evidence[]): Witness[] {
  const found = new Map<string, Witness>();
  const seen = new Set<string>();
  for (const decision of ['column', 'table', 'return'] as const) {
    const of = evidence.filter((one) => one.decision === decision);
    const isKnown = ({ table }: Evidence, { witness }: Witness): boolean =>
      seen.has(JSON.stringify([decision === 'return' ? null : (table ?? null), witness]));
    const fresh = of.flatMap((one) =>
      one.witnesses.filter((witness) => !isKnown(one, witness)).map((witness) => ({ one, witness })),
    );
    for (const { one, witness } of fresh) {
      const place = decision === 'column' ? (witness.text ?? one.columns) : witness.text;
      found.set(JSON.stringify([one.table, decision, place, nameOf(witness)]), witness);
      for (const table of [one.table ?? null, null]) seen.add(JSON.stringify([table, witness.witness]));
    }
  }
  return [...found.values()];
}
