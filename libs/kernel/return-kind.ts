/** What a workbook can be; one workbook may hold several. */
export const RETURN_KINDS = ['disbursement', 'land-clearance', 'plan', 'treasury'] as const;
export type ReturnKind = (typeof RETURN_KINDS)[number];

/** `full`: a project that is missing is a question. `partial`: the return touches only what it lists. */
export const COVERAGES = ['full', 'partial'] as const;
export type Coverage = (typeof COVERAGES)[number];

/** What an installation can teach the reader: captions, units, names of sources. */
export const WORD_KINDS = ['caption', 'unit', 'source'] as const;
export type WordKind = (typeof WORD_KINDS)[number];
