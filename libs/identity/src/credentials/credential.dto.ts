import { ApiProperty } from '@nestjs/swagger';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';

/** Longer than any rule allows: what is too long is told by the policy, what is absurd by the shape. */
const MOST_CHARACTERS = 256;

export class ChangePasswordDto {
  @ApiProperty({ maxLength: MOST_CHARACTERS, description: 'The one that holds now' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(MOST_CHARACTERS)
  password!: string;

  @ApiProperty({ maxLength: MOST_CHARACTERS })
  @IsString()
  @IsNotEmpty()
  @MaxLength(MOST_CHARACTERS)
  newPassword!: string;
}

export class ResetPasswordDto {
  @ApiProperty({ maxLength: 64, example: 'zhaojue.business' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  login!: string;

  @ApiProperty({ maxLength: 32, example: '7KQ4-M2PX-9TDR', description: 'One-time code of the administrator' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(32)
  code!: string;

  @ApiProperty({ maxLength: MOST_CHARACTERS })
  @IsString()
  @IsNotEmpty()
  @MaxLength(MOST_CHARACTERS)
  newPassword!: string;
}
