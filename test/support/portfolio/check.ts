import type { Slice } from '@thongvon/capital';
import { course, projectFigures, reconciliation, standings } from './check-projects';
import { forecasts, pagesAsList, storedAsDerived } from './check-stored';
import { curve, facets, summaries } from './check-totals';
import type { District, Held } from './district';
import type { Asked, Question } from './question';

export type { Question };

/** Compares every sum that a question can be answered with; resolves to how many. */
export async function checkSums(district: District, given: Question): Promise<number> {
  const { asOf, basis, denominator, source, planType, known } = given;
  const { past } = district;
  const then = known === undefined ? undefined : past[known % past.length];
  const actor = district.actors[given.actor] ?? district.system.finance;
  const all = await district.projects();
  const seen = new Set(actor.scope);
  const projects = all.filter(({ holder }) => seen.has(holder));
  const project = projects[given.which % Math.max(projects.length, 1)];
  const asked: Asked = {
    district,
    actor,
    approved: (then ?? past.at(-1))?.approved ?? [],
    query: {
      planYear: 2023,
      asOf,
      basis,
      denominator,
      ...(source === undefined ? {} : { source }),
      ...(planType === undefined ? {} : { planType }),
      ...(then === undefined ? {} : { knownAt: then.at }),
    },
    slice: sliceOf(given.slice, project),
    projects,
    which: given.which,
  };
  let compared = 0;
  for (const check of [summaries, facets, curve, standings, projectFigures, forecasts])
    compared += await check(asked);
  if (then === undefined) {
    compared += await reconciliation(asked);
    compared += await storedAsDerived(asked);
    compared += await pagesAsList(asked);
    if (project !== undefined) compared += await course(asked, project);
  }
  return compared;
}

function sliceOf(by: Question['slice'], project: Held | undefined): Slice {
  if (project === undefined || by === 'none') return {};
  if (by === 'owner') return { owner: project.owner ?? 'none' };
  if (by === 'kind') return { kind: project.kind as NonNullable<Slice['kind']> };
  if (by === 'group') return { group: project.group ?? 'none' };
  return { commune: project.commune ?? 'none' };
}
