/** SQL: project `p` as a `ProjectRefView`. */
export const PROJECT_REF = `json_build_object('id', p.id, 'code', p.code, 'name', p.name)`;

/** SQL: segment `s` as a `SegmentRefView`; null without one. */
export const SEGMENT_REF = `CASE WHEN s.id IS NULL THEN NULL ELSE json_build_object('id', s.id, 'name', s.name) END`;
