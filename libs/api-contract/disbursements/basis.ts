/** Who says the figure: the board, the Treasury, or an estimate. Three separate figures, never merged silently. */
export const BASES = ['reported', 'treasury', 'estimate'] as const;
export type Basis = (typeof BASES)[number];
