import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '#libs/identity';
import { ApiPage, type Page, RecordIdPipe } from '#libs/platform';
import { DeadLetterQuery, DeadLetterView, ResendDto, ResentView } from './dead-letter.dto.js';
import { DeadLetterService } from './dead-letter.service.js';

@ApiTags('incidents')
@ApiBearerAuth()
@Controller('incidents/dead-letters')
export class DeadLetterController {
  constructor(private readonly letters: DeadLetterService) {}

  @Get()
  @Requires('operations.view')
  @ApiOperation({ summary: '死信列表', description: 'Messages that could not leave the house, the newest first' })
  @ApiPage(DeadLetterView)
  list(@Query() query: DeadLetterQuery): Promise<Page<DeadLetterView>> {
    return this.letters.page(query);
  }

  @Post('resend')
  @Requires('operations.manage')
  @HttpCode(200)
  @ApiOperation({ summary: '重新发送某一渠道的全部死信', description: 'All dead letters of one channel' })
  @ApiOkResponse({ type: ResentView })
  async resendAll(@Body() { channel }: ResendDto): Promise<ResentView> {
    return { count: await this.letters.resendAll(channel) };
  }

  @Post(':id/resend')
  @Requires('operations.manage')
  @HttpCode(204)
  @ApiOperation({ summary: '重新发送', description: 'With the same id, so that a double can be recognised' })
  @ApiNoContentResponse({ description: 'It is on its way again' })
  resend(@Param('id', RecordIdPipe) id: number): Promise<void> {
    return this.letters.resend(id);
  }
}
