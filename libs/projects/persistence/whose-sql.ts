/**
 * SQL of the organisation that held a project on a day: its owner, or who registered it while the owner is unknown.
 * `project` is the table's alias, `day` a date.
 */
export function holderOn(day: string, project = 'p'): string {
  return `coalesce(
    (SELECT former.organization_id FROM projects.project_former_holder former
     WHERE former.project_id = ${project}.id AND former.held_until > ${day}
     ORDER BY former.held_until, former.id LIMIT 1),
    ${project}.owner_id, ${project}.registered_by)`;
}

/**
 * SQL of a join that gives each project `p` the office that held it on a day before it was handed over, `former.organization_id`;
 * null: what the register says now held then too. One pass, for questions over all projects; same rule as `holderOn`.
 */
export function joinFormerHolder(day: string): string {
  return `LEFT JOIN (
    SELECT DISTINCT ON (project_id) project_id, organization_id FROM projects.project_former_holder
    WHERE held_until > ${day} ORDER BY project_id, held_until, id
  ) former ON former.project_id = p.id`;
}

/**
 * SQL: whether a project is nobody's yet and lies with an office above the one who reports, as when a plan names no owner
 * that is an office of ours: who reports it first becomes its owner once that office approves. `above` is an array.
 */
export function unclaimed(above: string, project = 'p'): string {
  return `(${project}.owner_id IS NULL AND ${project}.registered_by = ANY(${above}::uuid[])
    AND NOT EXISTS (SELECT FROM projects.project_former_holder former WHERE former.project_id = ${project}.id))`;
}

/** SQL of the ids of projects in whose land clearance one of the organisations in the placeholder `ids` takes part now. */
export function takesPart(ids: string): string {
  return `(SELECT project_id FROM projects.project_participant
    WHERE role = 'land-clearance' AND valid_to IS NULL AND organization_id = ANY(${ids}::uuid[]))`;
}

/** SQL of the array of offices that took part in a project's land clearance on a day. */
export function participantsOn(day: string, project = 'p'): string {
  return `ARRAY(SELECT part.organization_id FROM projects.project_participant part
    WHERE part.project_id = ${project}.id AND part.role = 'land-clearance'
      AND part.valid_from <= ${day} AND coalesce(part.valid_to > ${day}, true))`;
}
