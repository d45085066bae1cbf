import { Module } from '@nestjs/common';
import { EngineModule } from '#libs/engine';
import { IdentityModule } from '#libs/identity';
import { ContractService } from './contract/contract.service.js';
import { ApproveFundsEffect } from './effects/approve-funds.effect.js';
import { ApproveInstalmentEffect } from './effects/approve-instalment.effect.js';
import { AssignPartyAtEffect } from './effects/assign-party-at.effect.js';
import { ClaimInstalmentEffect } from './effects/claim-instalment.effect.js';
import { CommitFundsEffect } from './effects/commit-funds.effect.js';
import { DescribeProjectEffect } from './effects/describe-project.effect.js';
import { EnterStageEffect } from './effects/enter-stage.effect.js';
import { FileContractEffect } from './effects/file-contract.effect.js';
import { FinishProjectEffect } from './effects/finish-project.effect.js';
import { GradeProjectEffect } from './effects/grade-project.effect.js';
import { PayFundsEffect } from './effects/pay-funds.effect.js';
import { PayInstalmentEffect } from './effects/pay-instalment.effect.js';
import { PublishContractEffect } from './effects/publish-contract.effect.js';
import { RegisterProjectEffect } from './effects/register-project.effect.js';
import { ReleaseFundsEffect } from './effects/release-funds.effect.js';
import { ReturnFundsEffect } from './effects/return-funds.effect.js';
import { SendBackInstalmentEffect } from './effects/send-back-instalment.effect.js';
import { SetContractorEffect } from './effects/set-contractor.effect.js';
import { SignContractEffect } from './effects/sign-contract.effect.js';
import { InstalmentService } from './instalment/instalment.service.js';
import { ProjectEnding } from './ending/project.ending.js';
import { FundController } from './ledger/fund.controller.js';
import { LedgerEnding } from './ledger/ledger.ending.js';
import { LedgerReader } from './ledger/ledger.reader.js';
import { LedgerService } from './ledger/ledger.service.js';
import { MoneyReader } from './ledger/money.reader.js';
import { PostingRepository } from './ledger/posting.repository.js';
import { MethodCatalog } from './project/method.catalog.js';
import { MethodController } from './project/method.controller.js';
import { ProjectController } from './project/project.controller.js';
import { ProjectPresenter } from './project/project.presenter.js';
import { ProjectReader } from './project/project.reader.js';
import { ProjectRecorder } from './project/project.recorder.js';
import { StartProjectCommand } from './project/start-project.command.js';
import { ContractStateView } from './views/contract-state.view.js';
import { InstalmentStateView } from './views/instalment-state.view.js';
import { LedgerStateView } from './views/ledger-state.view.js';

const EFFECTS = [
  ApproveFundsEffect,
  ApproveInstalmentEffect,
  AssignPartyAtEffect,
  ClaimInstalmentEffect,
  CommitFundsEffect,
  DescribeProjectEffect,
  EnterStageEffect,
  FileContractEffect,
  FinishProjectEffect,
  GradeProjectEffect,
  PayFundsEffect,
  PayInstalmentEffect,
  PublishContractEffect,
  RegisterProjectEffect,
  ReleaseFundsEffect,
  ReturnFundsEffect,
  SendBackInstalmentEffect,
  SetContractorEffect,
  SignContractEffect,
];

const VIEWS = [ContractStateView, InstalmentStateView, LedgerStateView];
const SHARED = [ContractService, InstalmentService, LedgerService, MoneyReader, ProjectReader];
const OWN = [
  LedgerEnding,
  LedgerReader,
  MethodCatalog,
  PostingRepository,
  ProjectEnding,
  ProjectPresenter,
  ProjectRecorder,
  StartProjectCommand,
];

/** What every stage shares: the project, its money and its contract. */
@Module({
  imports: [EngineModule, IdentityModule],
  controllers: [ProjectController, MethodController, FundController],
  providers: [...SHARED, ...OWN, ...EFFECTS, ...VIEWS],
  exports: SHARED,
})
export class ProjectsModule {}
