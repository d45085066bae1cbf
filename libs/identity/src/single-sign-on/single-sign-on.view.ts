import { ApiProperty } from '@nestjs/swagger';

/** What the login page offers besides a password. */
export class SingleSignOnView {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Text of the button; null when there is no single sign-on',
  })
  title!: string | null;
}
