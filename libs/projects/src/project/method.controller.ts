import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { SignedIn } from '#libs/identity';
import { MethodCatalog } from './method.catalog.js';

class TitleView {
  @ApiProperty()
  zh!: string;

  @ApiProperty({ required: false })
  en?: string;
}

/** A way to buy that a new project may choose. */
export class MethodView {
  @ApiProperty()
  method!: string;

  @ApiProperty({ type: TitleView })
  title!: TitleView;
}

@ApiTags('projects')
@ApiBearerAuth()
@Controller('methods')
@SignedIn()
export class MethodController {
  constructor(private readonly methods: MethodCatalog) {}

  @Get()
  @ApiOkResponse({ type: [MethodView] })
  list(): Promise<MethodView[]> {
    return this.methods.all();
  }
}
