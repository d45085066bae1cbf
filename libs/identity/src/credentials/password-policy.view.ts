import { ApiProperty } from '@nestjs/swagger';

/** What a form says before anybody types. */
export class PasswordPolicyView {
  @ApiProperty({ description: 'Fewest characters' })
  minLength!: number;

  @ApiProperty({ description: 'How many of small letters, capital letters, digits and others there must be' })
  minClasses!: number;

  @ApiProperty({ description: 'How many of the last passwords may not come back' })
  historyLength!: number;

  @ApiProperty({ description: 'Days after which it must be changed; 0: never' })
  maxAgeDays!: number;
}
