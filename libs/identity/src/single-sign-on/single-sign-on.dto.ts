import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';

/** How a sign-in starts. */
export class StartSignInQuery {
  @ApiPropertyOptional({ maxLength: 500, description: 'Page of this application to go on with' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  from?: string;
}

export class ExchangeTicketDto {
  @ApiPropertyOptional({ maxLength: 32, description: 'Second factor, where the account has one' })
  @IsOptional()
  @IsString()
  @MaxLength(32)
  code?: string;
}
