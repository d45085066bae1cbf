import { ApiProperty } from '@nestjs/swagger';
import { IsNotEmpty, IsString, Matches, MaxLength } from 'class-validator';

export class ConfirmedByPasswordDto {
  @ApiProperty({ maxLength: 256, description: 'The password again: an open screen is not enough' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(256)
  password!: string;
}

export class ConfirmSecondFactorDto {
  @ApiProperty({ pattern: '^\\d{6}$', description: 'What the authenticator shows now' })
  @Matches(/^\d{6}$/)
  code!: string;
}
