import { Module } from '@nestjs/common';
import { PlatformModule } from '#libs/platform';
import { DOMAIN_MODULES, SCHEMAS } from '../../domain.js';

/** The domain without HTTP and without loops, for commands that look or repair. */
@Module({ imports: [PlatformModule.forRoot(SCHEMAS), ...DOMAIN_MODULES] })
export class CliModule {}
