import type { EntityManager } from 'typeorm';
import type { PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Conditions } from '@thongvon/platform';
import type { FiguresQuery } from '../../domain/figures/figures-query';
import { curvePoints, newestPointSql } from './curve-rows';
import { type StoredCourse, storedCourseFor } from './stored-courses';
import { type QueryOnDay, type Stored, storedFor } from './stored-standings';

/** What of a day can be read instead of derived. */
export interface OnDay {
  readonly standings: Stored | null;
  readonly course: StoredCourse | null;
}

/** What has to be known before the sums are asked for. */
export interface CurveGround {
  /** The day of the plan and the figures; undefined: it isn't asked for, and there is no figure yet. */
  readonly day: PlainDate | undefined;
  readonly onDay: OnDay;
  readonly today: OnDay;
  readonly lastYear: OnDay;
}

/** Nothing is read, all is derived. */
const DERIVED: OnDay = { standings: null, course: null };

/** Nobody was counted otherwise than what is stored. */
const AS_STORED: StoredCourse = { otherwise: [] };

type Found = Omit<CurveGround, 'lastYear'>;

/** Of the day that is asked for. */
export async function onDays(
  all: EntityManager,
  actor: Actor,
  today: FiguresQuery,
  asOf: PlainDate,
): Promise<Found> {
  const [ofToday, ofDay] = await Promise.all([
    onDay(all, actor, today),
    onDay(all, actor, { ...today, asOf }),
  ]);
  return { day: asOf, onDay: ofDay, today: ofToday };
}

/**
 * Of the day of the newest figure until `today`. It is looked for in what is stored, and once more where that isn't what counts today:
 * then all is derived if so much has to be.
 */
export async function newestDay(all: EntityManager, actor: Actor, today: FiguresQuery): Promise<Found> {
  const [ofToday, found] =
    today.knownAt === undefined
      ? await Promise.all([onDay(all, actor, today), onNewest(all, actor, today, AS_STORED)])
      : [DERIVED, null];
  const { course } = ofToday;
  if (course === null) {
    const points = await curvePoints(all, actor, today, null);
    return { day: points.at(-1)?.asOf, onDay: DERIVED, today: ofToday };
  }
  const isAsStored = found !== null && course.otherwise.length === 0;
  return { ...(isAsStored ? found : await onNewest(all, actor, today, course)), today: ofToday };
}

async function onNewest(
  all: EntityManager,
  actor: Actor,
  today: FiguresQuery,
  course: StoredCourse,
): Promise<Omit<Found, 'today'>> {
  const asOf = newestPointSql(actor, today, course);
  const parameters = new Conditions();
  const [rows, ofDay] = await Promise.all([
    all.query<{ day: PlainDate | null }[]>(`SELECT ${asOf(parameters)} AS day`, [...parameters.parameters]),
    onDay(all, actor, { ...today, asOf }),
  ]);
  return { day: rows[0]?.day ?? undefined, onDay: ofDay };
}

export async function onDay(all: EntityManager, actor: Actor, query: QueryOnDay): Promise<OnDay> {
  const [standings, course] = await Promise.all([storedFor(all, query), storedCourseFor(all, actor, query)]);
  return { standings, course };
}

/** Of the earlier day the points are those of the later one until then: on neither is a project counted otherwise than it is stored. */
export const areAsStored = (...days: readonly OnDay[]): boolean =>
  days.every(({ course }) => course?.otherwise.length === 0);
