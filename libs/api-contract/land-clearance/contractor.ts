import { ApiProperty } from '@nestjs/swagger';
import { DateField, TextField, WholeNumberField } from '../fields';
import { ProjectRefView } from '../projects/project';
import { BlockerView } from './blocker';
import { HeldTotalView } from './blocker-summary';
import { ClosingItemView } from './closing-items';

export class ContractorQuery {
  @TextField({ description: 'Its name or words of it; accents and case do not matter', max: 300 })
  name: string;

  @DateField({ description: 'As on this day; without it, today', optional: true })
  asOf?: string;

  @WholeNumberField({
    description: 'Plan year of the capital held; without it, that of the day',
    optional: true,
    min: 2000,
    max: 2100,
  })
  planYear?: number;
}

/** All that a contractor holds up, owes and works on, among the projects in sight. */
export class ContractorView {
  @ApiProperty({ type: [String], description: 'The names that were found, as they are written' })
  readonly names: readonly string[];

  @ApiProperty({ type: HeldTotalView, description: 'What it holds up; a project counts once' })
  readonly held: HeldTotalView;

  @ApiProperty({ type: [BlockerView], description: 'Open ones that name it, earliest due first' })
  readonly blockers: readonly BlockerView[];

  @ApiProperty({ type: [ClosingItemView], description: 'Papers and debts that it owes, longest first' })
  readonly owes: readonly ClosingItemView[];

  @ApiProperty({ type: [ProjectRefView], description: 'Projects of the register that it works on' })
  readonly projects: readonly ProjectRefView[];
}
