import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller, Requires } from '#libs/identity';
import { RecordIdPipe } from '#libs/platform';
import { Frame, type RequestFrame } from '../../http/request.frame.js';
import { HandOverAllCommand, type HandOverResult } from '../hand-over-all.command.js';
import { HandOverDto } from './signing.dto.js';

/** What became of one task. */
export class HandOverAnswer implements HandOverResult {
  @ApiProperty()
  taskId!: number;

  @ApiProperty()
  title!: string;

  @ApiProperty()
  caseTitle!: string;

  @ApiProperty()
  ok!: boolean;

  @ApiProperty({ type: String, nullable: true })
  code!: string | null;

  @ApiProperty({ type: String, nullable: true })
  message!: string | null;
}

/** 离职转办. */
@ApiTags('tasks')
@ApiBearerAuth()
@Controller('users/:id')
export class HandOverAllController {
  constructor(private readonly handingOver: HandOverAllCommand) {}

  @Post('hand-over')
  @HttpCode(200)
  @Requires('tasks.hand-over')
  @ApiOkResponse({ type: [HandOverAnswer] })
  handOver(
    @CurrentCaller() caller: Caller,
    @Param('id', RecordIdPipe) from: number,
    @Body() { to, comment }: HandOverDto,
    @Frame() { receivedAt }: RequestFrame,
  ): Promise<readonly HandOverResult[]> {
    return this.handingOver.execute({ caller, from, to, comment, receivedAt });
  }
}
