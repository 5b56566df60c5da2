import { textOf } from '../sheet/grid';
import type { GroupReading } from '../model/reading';
import type { ProjectRows } from '../rows/projects';
import type { TypedTable } from '../table/typed-table';
import { groupIn } from '../values/group-text';
import { refOf } from './project-identity';

/**
 * The group that a project's row names in the column of groups, else the nearest heading above it that names one: at most one, with
 * its cell. None where that names several, since nobody can tell which.
 */
export function groupOf({ own, node }: ProjectRows, { raw, texts, planYear }: TypedTable): GroupReading[] {
  const column = texts.get('group');
  const ownCell = column === undefined ? undefined : raw.grid.seen(own.index, column);
  const naming = [{ text: textOf(ownCell), cell: ownCell }];
  for (let heading = node.parent; heading; heading = heading.parent)
    naming.push({ text: heading.label, cell: heading.row.labelCell });
  for (const { text, cell } of naming) {
    const group = groupIn(text, planYear);
    if (group === 'unclear') return [];
    if (group !== undefined && cell) return [{ group, cell: refOf(raw.grid.name, cell) }];
  }
  return [];
}

/** What several rows of one project say together; null: nothing, or not the same. */
export function settledGroup(said: readonly GroupReading[]): GroupReading | null {
  const [first] = said;
  return first !== undefined && said.every(({ group }) => group === first.group) ? first : null;
}
