import { Readable } from 'node:stream';
import { Body, Controller, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Requires } from '#libs/identity';
import { type SimulationLine, SimulationDesk } from '../simulation.desk.js';
import { SimulationLineAnswer } from './simulation.answer.js';
import { SimulationDto } from './simulation.dto.js';

const LINES = 'application/x-ndjson';

/** 仿真: whole cases in virtual time, before a definition goes live. */
@ApiTags('processes')
@ApiBearerAuth()
@Controller('processes')
export class SimulationsController {
  constructor(private readonly desk: SimulationDesk) {}

  /** The answer comes line by line, one JSON value each: progress, then the report. Whoever hangs up ends it. */
  @Post(':id/simulations')
  @HttpCode(200)
  @Requires('processes.publish')
  @ApiOkResponse({ type: SimulationLineAnswer, description: 'One JSON value a line (application/x-ndjson)' })
  async run(@Param('id') process: string, @Body() order: SimulationDto): Promise<StreamableFile> {
    const lines = await this.desk.start({ ...order, division: order.division ?? '', process });
    return new StreamableFile(Readable.from(written(lines)), { type: LINES });
  }
}

async function* written(lines: AsyncGenerator<SimulationLine>): AsyncGenerator<string> {
  for await (const line of lines) yield `${JSON.stringify(line)}\n`;
}
