import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrganizationsModule } from '@thongvon/organizations';
import { registry } from '@thongvon/platform';
import { AnswerReturn, MapReturn, ReadAgain, ReadAnew } from './application/answer-return';
import { ApproveReturn, RecomputeReturn, RevertReturn } from './application/approve-return';
import { ChangeStatus, FindReturn } from './application/return-step';
import { CorrectReturn } from './application/correct-return';
import { CheckReturn, RecheckDatedAhead, RecheckReturn, RecheckWaiting } from './application/check-return';
import { FollowReturn } from './application/follow-return';
import { ViewCell } from './application/view-cell';
import { ViewReturn } from './application/view-return';
import { ViewUnderstanding } from './application/view-understanding';
import { OfficeProfiles } from './application/office-profiles';
import { OptionsOfReturn, ReadingProcesses, ReadReturn, WindowProcess } from './application/read-return';
import { ReceiveReturn } from './application/receive-return';
import { ForReturnKind, OnReturns, ReturnKinds } from './application/return-kinds';
import { SecondPerson } from './application/second-person';
import { ReplyToReturn } from './application/reply-to-return';
import { CarryAnswers } from './application/carry-answers';
import { CompareReturns } from './application/compare-returns';
import { LastUnit } from './application/last-unit';
import { GiveUpReturn, RestoreReturn } from './application/give-up-return';
import { ReturnsToDo } from './application/returns-to-do';
import { SendBackReturn, SubmitReturn } from './application/submit-return';
import { TakeOverReturns } from './application/take-over-returns';
import { TellSender } from './application/tell-sender';
import { AddedWords, TryWord } from './application/vocabulary';
import { ReturnEvents } from './persistence/return-rows';
import { DatedAheadReturns, ReadReturnJob, RecomputePositionsJob } from './jobs/return-jobs';
import { Correction } from './persistence/entities/correction';
import {
  LedgerChange,
  OfficeProfileRow,
  ReadingWordEntry,
  ReturnReading,
  StoredFile,
} from './persistence/entities/return-reading';
import { ReturnFile } from './persistence/entities/return-file';
import { Return, ReturnEffect, ReturnEvent } from './persistence/entities/return';

const ENTITIES = [
  Correction,
  LedgerChange,
  OfficeProfileRow,
  ReadingWordEntry,
  Return,
  ReturnEffect,
  ReturnEvent,
  ReturnFile,
  ReturnReading,
  StoredFile,
];

const USE_CASES = [
  AnswerReturn,
  LastUnit,
  ApproveReturn,
  CorrectReturn,
  FollowReturn,
  GiveUpReturn,
  MapReturn,
  OfficeProfiles,
  ReadAgain,
  ReadReturn,
  ReceiveReturn,
  RecheckDatedAhead,
  RecheckWaiting,
  RecheckReturn,
  RecomputeReturn,
  ReplyToReturn,
  RestoreReturn,
  ReturnsToDo,
  RevertReturn,
  SecondPerson,
  SendBackReturn,
  SubmitReturn,
  TakeOverReturns,
  TryWord,
  CompareReturns,
  ViewCell,
  ViewReturn,
  ViewUnderstanding,
];

/** The life of a return, and the words that an installation adds to those of the reader. Needs the PlatformModule. */
@Module({
  imports: [TypeOrmModule.forFeature(ENTITIES), OrganizationsModule],
  providers: [
    ...USE_CASES,
    CarryAnswers,
    ChangeStatus,
    CheckReturn,
    DatedAheadReturns,
    FindReturn,
    OptionsOfReturn,
    ReadAnew,
    ReturnEvents,
    ReadReturnJob,
    ReadingProcesses,
    RecomputePositionsJob,
    TellSender,
    WindowProcess,
    AddedWords,
    registry(ReturnKinds, ForReturnKind, OnReturns),
  ],
  exports: [...USE_CASES, AddedWords],
})
export class ReturnsModule {}
