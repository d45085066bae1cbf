import { ApiProperty } from '@nestjs/swagger';

/** Somebody of one's own organisation. */
export class ColleagueView {
  @ApiProperty() id!: number;
  @ApiProperty() name!: string;
  @ApiProperty({ type: [String], description: 'Titles of the roles in Chinese' }) roleTitles!: readonly string[];
  @ApiProperty({ description: 'False once the account is disabled' }) isActive!: boolean;
}
