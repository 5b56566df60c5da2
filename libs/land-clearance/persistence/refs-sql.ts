/** SQL: project `p` as a `ProjectRefView`. */
export const PROJECT_REF = `json_build_object('id', p.id, 'code', p.code, 'name', p.name)`;

/** SQL: segment `s` as a `SegmentRefView`; null without one. */
export const SEGMENT_REF = `CASE WHEN s.id IS NULL THEN NULL ELSE json_build_object('id', s.id, 'name', s.name) END`;

/** SQL for the cell of the remark that a blocker was opened from; null: it has another origin. `blockerId`: an expression. */
export const remarkCell = (blockerId: string): string =>
  `(SELECT json_build_object('returnId', d.return_id, 'sheet', d.sheet, 'cell', d.cell)
    FROM blockers.remark_decision d WHERE d.blocker_id = ${blockerId})`;
