const KEY = 'plan_year, basis, source_code, plan_type, office_id, day';

/** SQL of what rows of `capital.office_course` add up to, however often something was changed and taken back. */
export const OFFICE_COURSE = `SELECT ${KEY}, sum(disbursed) AS disbursed, sum(known) AS known, sum(steps) AS steps
  FROM capital.office_course GROUP BY ${KEY} HAVING sum(disbursed) <> 0 OR sum(known) <> 0 OR sum(steps) <> 0 ORDER BY ${KEY}`;
