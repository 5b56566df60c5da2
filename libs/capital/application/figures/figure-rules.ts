import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { yearOf, type PlainDate } from '@thongvon/kernel';
import type { Role } from '@thongvon/api-contract';
import type { ReturnKind } from '@thongvon/return-reader';
import { previewTotal, ReturnKinds, type KnownAmounts, type ReturnKindRules } from '@thongvon/returns';
import type { Basis } from '../../domain/figures/basis';
import { CheckFigures } from './check-figures';
import { CommitFigures } from './commit-figures';
import { figureConsequences } from './figure-consequences';
import { againstEnding, endingReturns } from './ending-returns';
import { disbursedByCode } from './figures-before';
import { RecomputeFigures } from './recompute-figures';

type ReportedBasis = Exclude<Basis, 'estimate'>;

/** What tells the board's return from the Treasury's statement; all else is the same. */
const KINDS: readonly {
  readonly kind: ReturnKind;
  readonly basis: ReportedBasis;
  readonly senders: readonly Role[];
}[] = [
  { kind: 'disbursement', basis: 'reported', senders: ['reporter', 'finance-officer', 'finance-head'] },
  { kind: 'treasury', basis: 'treasury', senders: ['finance-officer', 'finance-head'] },
];

/** Registers the kinds of return that bring disbursement figures. */
@Injectable()
export class FigureRules implements OnModuleInit {
  constructor(
    private readonly kinds: ReturnKinds,
    private readonly checking: CheckFigures,
    private readonly committing: CommitFigures,
    private readonly recomputing: RecomputeFigures,
  ) {}

  onModuleInit(): void {
    for (const { kind, basis, senders } of KINDS) this.kinds.register(this.rulesFor(kind, basis, senders));
  }

  private rulesFor(kind: ReturnKind, basis: ReportedBasis, senders: readonly Role[]): ReturnKindRules {
    return {
      kind,
      senders,
      ...(basis === 'reported' ? { known: disbursedOn } : {}),
      check: async (manager, facts) => {
        const { findings, rows } = await this.checking.check(manager, facts, basis);
        const ending = await endingReturns(manager, facts, kind);
        const held = await againstEnding(manager, facts, basis, rows, ending);
        const projectIds = rows.slice(0, facts.reading.projects.length).map(({ projectId }) => projectId);
        const endingIds = ending.map(({ id }) => id);
        const fell = new Set(
          findings.flatMap(({ code, sheet, cell }) =>
            code === 'RET-CUMULATIVE-FELL' ? `${sheet}!${cell}` : [],
          ),
        );
        const asked = new Set(
          rows.flatMap(({ projectId, cell }) =>
            projectId !== null && cell !== null && fell.has(`${cell.sheet}!${cell.cell}`) ? projectId : [],
          ),
        );
        const consequences = await figureConsequences(manager, facts, basis, projectIds, endingIds, asked);
        return { findings, preview: { kind, ...previewTotal(rows), ...held }, consequences };
      },
      commit: (manager, facts, at) => this.committing.commit(manager, facts, basis, at),
      superseded: async (manager, facts) => (await endingReturns(manager, facts, kind)).map(({ id }) => id),
      recompute: (manager, returnId) => this.recomputing.forReturn(manager, returnId),
    };
  }
}

const MARCH = '-03-01';

/** Until March the first payments of a year may well be a hundred times as large from one week to the next. */
async function disbursedOn(
  manager: EntityManager,
  day: PlainDate,
  scope: readonly string[],
): Promise<KnownAmounts> {
  if (day < `${yearOf(day)}${MARCH}`) return {};
  return { disbursed: await disbursedByCode(manager, day, scope) };
}
