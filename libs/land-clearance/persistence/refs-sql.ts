/** SQL: segment `s` as a `SegmentRefView`; null without one. */
export const SEGMENT_REF = `CASE WHEN s.id IS NULL THEN NULL ELSE json_build_object('id', s.id, 'name', s.name) END`;
