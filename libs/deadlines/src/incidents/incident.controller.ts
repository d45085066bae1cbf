import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Requires } from '#libs/identity';
import { PageQuery, RecordIdPipe } from '#libs/platform';
import { IncidentService } from './incident.service.js';
import { IncidentPage } from './incident.view.js';

@ApiTags('incidents')
@ApiBearerAuth()
@Controller('incidents')
export class IncidentController {
  constructor(private readonly incidents: IncidentService) {}

  @Get()
  @Requires('operations.view')
  @ApiOkResponse({ type: IncidentPage })
  list(@Query() query: PageQuery): Promise<IncidentPage> {
    return this.incidents.page(query);
  }

  @Post(':id/retry')
  @Requires('operations.manage')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'It is tried again at once' })
  retry(@Param('id', RecordIdPipe) id: number): Promise<void> {
    return this.incidents.retry(id);
  }
}
