import { Module } from '@nestjs/common';
import { EngineModule } from '#libs/engine';
import { IdentityModule } from '#libs/identity';
import { ProjectsModule } from '#libs/projects';
import { DecideEffect } from './effects/decide.effect.js';
import { RecordNeedEffect } from './effects/record-need.effect.js';
import { RecordOpinionEffect } from './effects/record-opinion.effect.js';
import { NeedRecorder } from './need/need.recorder.js';
import { ApplicationController } from './record/application.controller.js';
import { ApplicationReader } from './record/application.reader.js';

/** 项目申报: the need, the opinions on it and the decision. */
@Module({
  imports: [EngineModule, IdentityModule, ProjectsModule],
  controllers: [ApplicationController],
  providers: [ApplicationReader, NeedRecorder, DecideEffect, RecordNeedEffect, RecordOpinionEffect],
})
export class ApplicationModule {}
