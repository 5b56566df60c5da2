import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrganizationsModule } from '@thongvon/organizations';
import { SnapshotsModule } from '@thongvon/snapshots';
import { ReallocationDesk } from './application/desk';
import { KeepProposals } from './application/keep-proposals';
import { ProposalWorkbook } from './application/proposal-workbook';
import { ViewProposals } from './application/view-proposals';
import {
  Proposal,
  ProposalDeclarationRow,
  ProposalEntry,
  ProposalLineRow,
} from './persistence/entities/proposal';

const USE_CASES = [KeepProposals, ProposalWorkbook, ReallocationDesk, ViewProposals];

/** Who could give capital to whom, and drafts of proposals that move it (ADR 0252, 0253). */
@Module({
  imports: [
    TypeOrmModule.forFeature([Proposal, ProposalDeclarationRow, ProposalEntry, ProposalLineRow]),
    OrganizationsModule,
    SnapshotsModule,
  ],
  providers: USE_CASES,
  exports: USE_CASES,
})
export class ReallocationModule {}
