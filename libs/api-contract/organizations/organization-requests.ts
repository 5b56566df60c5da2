import { ChoiceField, DateField, FlagField, IdField, TextField } from '../fields';
import { ListQuery } from '../lists/list-query';
import { ORGANIZATION_KINDS, type OrganizationKind } from './organization-kind';

const NAME = { description: 'Full name as on its documents', max: 300 } as const;
const KIND = { description: 'What sort of office it is', of: ORGANIZATION_KINDS } as const;
const PARENT = { description: 'The organisation above it', nullable: true, optional: true } as const;
const COMMUNE = {
  description: 'The commune where it works',
  nullable: true,
  optional: true,
  max: 200,
} as const;
const REPORTS = { description: 'Owes a disbursement return each week', optional: true } as const;
const EFFECTIVE_FROM = { description: 'First day', example: '2021-07-01' } as const;

export class OrganizationListQuery extends ListQuery {
  @DateField({ description: 'Only those that exist on this day; without it, ended ones too', optional: true })
  asOf?: string;
}

export class CreateOrganizationRequest {
  @TextField(NAME)
  name: string;

  @ChoiceField(KIND)
  kind: OrganizationKind;

  @IdField(PARENT)
  parentId?: string | null;

  @TextField(COMMUNE)
  commune?: string | null;

  @FlagField(REPORTS)
  reports?: boolean;

  @DateField(EFFECTIVE_FROM)
  effectiveFrom: string;
}

/** What is left out stays as it is. */
export class ChangeOrganizationRequest {
  @TextField({ ...NAME, optional: true })
  name?: string;

  @ChoiceField({ ...KIND, optional: true })
  kind?: OrganizationKind;

  @IdField(PARENT)
  parentId?: string | null;

  @TextField(COMMUNE)
  commune?: string | null;

  @FlagField(REPORTS)
  reports?: boolean;

  @DateField({ ...EFFECTIVE_FROM, optional: true })
  effectiveFrom?: string;

  @DateField({ description: 'Last day; null: it exists still', nullable: true, optional: true })
  effectiveTo?: string | null;

  @IdField({ description: 'Who took over its work; only of an ended one', nullable: true, optional: true })
  successorId?: string | null;
}
