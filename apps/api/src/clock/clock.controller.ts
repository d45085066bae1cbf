import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { BusinessClock, ClockConfig, ClockStore } from '#libs/platform';
import { Requires, SignedIn } from '#libs/identity';
import { SetClockDto } from './clock.dto.js';
import { ClockView } from './clock.view.js';

@ApiTags('clock')
@ApiBearerAuth()
@Controller('clock')
@SignedIn()
export class ClockController {
  constructor(
    private readonly clock: BusinessClock,
    private readonly store: ClockStore,
    private readonly config: ClockConfig,
  ) {}

  @Get()
  @ApiOperation({ summary: '业务时间', description: 'Business time now' })
  @ApiOkResponse({ type: ClockView })
  read(): ClockView {
    const { rate, revision } = this.clock.setting;
    return { at: this.clock.now().toISOString(), rate, revision, mode: this.config.mode };
  }

  @Post()
  @HttpCode(200)
  @Requires('operations.manage')
  @ApiOperation({ summary: '设置业务时间', description: 'Training and tests only: refused where the clock is real' })
  @ApiOkResponse({ type: ClockView })
  async set(@Body() { at, rate }: SetClockDto): Promise<ClockView> {
    await this.store.set({ at: new Date(at), rate });
    return this.read();
  }
}
