import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Requires } from '#libs/identity';
import { WhatIfAnswer } from './what-if.answer.js';
import { WhatIfDto } from './what-if.dto.js';
import type { WhatIfReport } from './what-if.report.js';
import { WhatIfService } from './what-if.service.js';

/** 试算: what a new definition would have changed in the cases there are. */
@ApiTags('processes')
@ApiBearerAuth()
@Controller('processes')
export class WhatIfController {
  constructor(private readonly service: WhatIfService) {}

  @Post(':id/whatif')
  @HttpCode(200)
  @Requires('processes.publish')
  @ApiOkResponse({ type: WhatIfAnswer })
  run(@Param('id') process: string, @Body() { source, forms = [], roots = [] }: WhatIfDto): Promise<WhatIfReport> {
    return this.service.run({ process, source, forms, file: 'source', rootIds: roots });
  }
}
