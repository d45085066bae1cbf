import { Controller, Get, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { LawBook } from '#libs/engine';
import { SignedIn } from '#libs/identity';
import { prefersEnglish } from '#libs/platform';
import type { FastifyRequest } from 'fastify';
import { LawView } from './law.view.js';

@ApiTags('laws')
@ApiBearerAuth()
@Controller('laws')
@SignedIn()
export class LawController {
  constructor(private readonly laws: LawBook) {}

  @Get()
  @ApiOkResponse({ type: [LawView] })
  list(@Req() request: FastifyRequest): LawView[] {
    return this.laws.all(prefersEnglish(request) ? 'en' : 'zh');
  }
}
