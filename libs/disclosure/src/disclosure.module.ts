import { Module } from '@nestjs/common';
import { IdentityModule } from '#libs/identity';
import { PublishNoticeEffect } from './effects/publish-notice.effect.js';
import { NoticeController } from './notice/notice.controller.js';
import { NoticeReader } from './notice/notice.reader.js';

@Module({
  imports: [IdentityModule],
  controllers: [NoticeController],
  providers: [NoticeReader, PublishNoticeEffect],
})
export class DisclosureModule {}
