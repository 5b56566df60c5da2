import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AlertRules, EvaluateWeek, type QuarterTargets, StandingAlerts } from '@thongvon/alerts';
import { paidBeforeRows, yearEndEstimatesAsKnown } from '@thongvon/capital';
import { addDays, currentPlanYear, isStale } from '@thongvon/kernel';
import { whoClears } from '@thongvon/land-clearance';
import { isDemo, type NewMail, together } from '@thongvon/platform';
import { type Market, readMarket } from '@thongvon/reallocation';
import { type FrozenWeekRef, Snapshots } from '@thongvon/snapshots';
import { TasksAsKnown } from '@thongvon/tasks';
import type { Digest } from '../domain/digest';
import { makeDigest } from '../domain/make-digest';
import { newestFigure } from '../domain/shares';
import { type PreviousWeek, type WeekMaterial, type WhoClears, withinScope } from '../domain/within-scope';
import { type LetterLinks, writeLetter } from '../domain/write-letter';
import { toHtml, toText } from '../persistence/letter/render-letter';
import { digestWorkbook } from '../persistence/workbook/digest-workbook';
import type { Recipient } from './recipients';
import { DigestLinks } from './unsubscribe';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What is the same for all who get a letter of the same organisations. */
interface Shared {
  readonly digest: Digest;
  /** Written once somebody needs it. */
  readonly workbook: () => Promise<Buffer>;
}

/** A letter as it is read, whoever gets it. */
export interface DrawnLetter {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** Writes one person's letter of a week. */
@Injectable()
export class ComposeLetter {
  /** Of weeks being written: most leaders of a district get the same. */
  private readonly shared = new WeakMap<GatheredWeek, Map<string, Shared>>();

  constructor(private readonly links: DigestLinks) {}

  /** Ready to be sent, with everything attached. */
  async compose(gathered: GatheredWeek, { userId, email, scope }: Recipient): Promise<NewMail> {
    const { digest, workbook } = this.sharedOf(gathered, scope);
    const { week, revision } = digest;
    const links = await this.links.of(userId);
    const edition = revision > 1 ? `-ban-${revision}` : '';
    return {
      key: `weekly-digest:${week}:${revision}:${userId}`,
      kind: 'weekly-digest',
      to: email,
      ...(await this.draw(gathered, scope, links)),
      attachments: [
        {
          fileName: `giai-ngan-tuan-${week}${edition}.xlsx`,
          contentType: XLSX,
          content: await workbook(),
        },
      ],
      // RFC 8058: mail programs end it with one click, without opening a page.
      headers: {
        'List-Unsubscribe': `<${links.unsubscribe}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
    };
  }

  /** What those who get a letter of these organisations read, with these links. */
  async draw(gathered: GatheredWeek, scope: readonly string[], links: LetterLinks): Promise<DrawnLetter> {
    const { digest } = this.sharedOf(gathered, scope);
    const letter = writeLetter(digest, links, gathered.isDemo);
    return { subject: letter.subject, html: await toHtml(letter), text: toText(letter) };
  }

  private sharedOf(gathered: GatheredWeek, scope: readonly string[]): Shared {
    const made = this.shared.get(gathered) ?? new Map<string, Shared>();
    this.shared.set(gathered, made);
    const key = scope.join();
    const shared = made.get(key) ?? make(gathered, scope);
    made.set(key, shared);
    return shared;
  }
}

function make({ material, targets, whoClears, market }: GatheredWeek, scope: readonly string[]): Shared {
  const own = withinScope(material, scope, whoClears);
  const digest = makeDigest(own, targets, market);
  let written: Promise<Buffer> | undefined;
  const workbook = (): Promise<Buffer> =>
    (written ??= digestWorkbook(digest, own).then((bytes) => Buffer.from(bytes)));
  return { digest, workbook };
}

/** Keeps the last few things that were made, for as long as nobody asks for more others. For what never changes only. */
class RecentlyMade<T> {
  /** In the order of asking, latest last. */
  private readonly kept = new Map<string, Promise<T>>();

  constructor(private readonly most: number) {}

  /** What is kept under the key, else what `make` gives. Those who ask at once share it; a failure isn't kept. */
  of(key: string, make: () => Promise<T>): Promise<T> {
    const made = this.kept.get(key) ?? make();
    this.kept.delete(key);
    this.kept.set(key, made);
    made.catch(() => {
      if (this.kept.get(key) === made) this.kept.delete(key);
    });
    for (const oldest of [...this.kept.keys()].slice(0, -this.most)) this.kept.delete(oldest);
    return made;
  }
}

/** Frozen weeks in the chart besides the letter's own. */
const WEEKS_BACK = 4;
/** The week that leaders look at, and one that they leaf back to. */
const WEEKS_KEPT = 2;

/** A frozen week with all that its letters are made of, of the whole installation. */
export interface GatheredWeek {
  readonly material: WeekMaterial;
  readonly targets: QuarterTargets | null;
  readonly whoClears: WhoClears;
  readonly market: Market;
  /** Its letters say that nothing in them is real. */
  readonly isDemo: boolean;
}

/** Puts together what the letters of a week are made of, once for all its recipients. */
@Injectable()
export class GatherWeek {
  /** By id of the snapshot. What is frozen, and what had been said of it by its week, never changes. */
  private readonly materials = new RecentlyMade<WeekMaterial>(WEEKS_KEPT);

  constructor(
    private readonly dataSource: DataSource,
    private readonly snapshots: Snapshots,
    private readonly evaluating: EvaluateWeek,
    private readonly alerts: StandingAlerts,
    private readonly rules: AlertRules,
    private readonly tasks: TasksAsKnown,
  ) {}

  /** Has the rules look at the week first, if nobody has. */
  async gather(ref: FrozenWeekRef, manager: EntityManager = this.dataSource.manager): Promise<GatheredWeek> {
    return together(manager, async (all) => {
      const [material, targets, clearing, market, ofDemo] = await Promise.all([
        this.materials.of(ref.id, () => this.material(all, ref)),
        this.rules.targets(currentPlanYear(ref.week), ref.week, all),
        whoClears(all),
        readMarket(all),
        isDemo(all),
      ]);
      return { material, targets, whoClears: clearing, market, isDemo: ofDemo };
    });
  }

  private async material(all: EntityManager, ref: FrozenWeekRef): Promise<WeekMaterial> {
    // As known at the cut: what is said later moves nothing in the week.
    const known = { planYear: currentPlanYear(ref.week), asOf: ref.week, knownAt: ref.frozenAt };
    const later = Promise.all([yearEndEstimatesAsKnown(all, known), paidBeforeRows(all, known)]);
    // Waited for below; what fails before that is what is reported.
    later.catch(() => undefined);
    const [isEvaluated, rows, organizations, refs, alerts, tasks, grounds] = await Promise.all([
      this.evaluating.isDone(all, ref.id),
      this.rowsOf(all, ref),
      this.snapshots.organizations(ref, all),
      this.snapshots.before(ref, WEEKS_BACK, all),
      this.alerts.on(ref.week, all),
      this.tasks.ofWeek(all, ref.week, ref.frozenAt),
      this.snapshots.paceGrounds(ref, all),
    ]);
    if (!isEvaluated) await this.evaluating.run(ref.id);
    const [previousRef, ...earlierRefs] = refs;
    const [previous, earlier, standing, [estimates, paid]] = await Promise.all([
      previousRef ? this.weekOf(all, previousRef) : null,
      Promise.all(
        earlierRefs.map(async (one) => ({ week: one.week, rollups: await this.snapshots.totals(one, all) })),
      ),
      isEvaluated ? alerts : this.alerts.on(ref.week, all),
      later,
    ]);
    return {
      now: { ...ref, ...rows, organizations },
      previous,
      base: await this.base(all, { week: ref.week, ...rows }, previous, earlierRefs),
      earlier,
      alerts: standing,
      tasks,
      grounds,
      estimated: new Set(estimates.map(({ projectId }) => projectId)),
      paidBefore: new Map(paid.map((row) => [row.projectId, row.paid])),
    };
  }

  private async weekOf(all: EntityManager, ref: FrozenWeekRef): Promise<PreviousWeek> {
    return { week: ref.week, ...(await this.rowsOf(all, ref)) };
  }

  private async rowsOf(all: EntityManager, ref: FrozenWeekRef): Promise<Omit<PreviousWeek, 'week'>> {
    const [projects, blockers, rollups] = await Promise.all([
      this.snapshots.projects(ref, all),
      this.snapshots.blockers(ref, all),
      this.snapshots.totals(ref, all),
    ]);
    return { projects, cleared: [], blockers, rollups };
  }

  /** The week that had the figures in force seven days before the newest now: the one before, or one of those `earlier`. */
  private async base(
    all: EntityManager,
    { week, projects }: Pick<PreviousWeek, 'week' | 'projects'>,
    previous: PreviousWeek | null,
    earlier: readonly FrozenWeekRef[],
  ): Promise<PreviousWeek | null> {
    const planYear = currentPlanYear(week);
    const newest = newestFigure(projects, planYear);
    // Stale figures have no change, whatever came before.
    if (newest === null || isStale(newest, week)) return previous;
    const isTooNew = (base: PreviousWeek | null): boolean =>
      base !== null && (newestFigure(base.projects, planYear) ?? '') > addDays(newest, -7);
    let base = previous;
    // A week has no figures of after its cut-off: of two that are before this one the earlier is old enough.
    for (const ref of earlier) if (isTooNew(base)) base = await this.weekOf(all, ref);
    return isTooNew(base) ? null : base;
  }
}
