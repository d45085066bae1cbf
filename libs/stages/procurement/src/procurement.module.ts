import { Module } from '@nestjs/common';
import { EngineModule } from '#libs/engine';
import { IdentityModule } from '#libs/identity';
import { AnnounceEffect } from './effects/announce.effect.js';
import { AwardEffect } from './effects/award.effect.js';
import { CheckContractEffect } from './effects/check-contract.effect.js';
import { DeclareMemberEffect } from './effects/declare-member.effect.js';
import { DrawPanelEffect } from './effects/draw-panel.effect.js';
import { OpenResponsesEffect } from './effects/open-responses.effect.js';
import { RecordNeedEffect } from './effects/record-need.effect.js';
import { RecordResponseEffect } from './effects/record-response.effect.js';
import { RecordScoresEffect } from './effects/record-scores.effect.js';
import { ReplaceMemberEffect } from './effects/replace-member.effect.js';
import { RevokeAwardEffect } from './effects/revoke-award.effect.js';
import { TerminateEffect } from './effects/terminate.effect.js';
import { PanelService } from './panel/panel.service.js';
import { OpportunityController } from './record/opportunity.controller.js';
import { OpportunityReader } from './record/opportunity.reader.js';
import { ProcurementController } from './record/procurement.controller.js';
import { ProcurementReader } from './record/procurement.reader.js';
import { ResponsesView } from './views/responses.view.js';
import { ScoresView } from './views/scores.view.js';

@Module({
  imports: [IdentityModule, EngineModule],
  controllers: [ProcurementController, OpportunityController],
  providers: [
    PanelService,
    ProcurementReader,
    OpportunityReader,
    RecordNeedEffect,
    AnnounceEffect,
    RecordResponseEffect,
    OpenResponsesEffect,
    DrawPanelEffect,
    DeclareMemberEffect,
    ReplaceMemberEffect,
    RecordScoresEffect,
    AwardEffect,
    RevokeAwardEffect,
    CheckContractEffect,
    TerminateEffect,
    ResponsesView,
    ScoresView,
  ],
})
export class ProcurementModule {}
