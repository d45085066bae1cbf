import { ApiProperty } from '@nestjs/swagger';

export class DemoAccountView {
  @ApiProperty({ example: 'zhaojue.business' })
  login!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty()
  organisation!: string;

  @ApiProperty({ description: 'Titles of the roles in Chinese' })
  role!: string;
}

/** What the login page may know before anyone has signed in. */
export class AboutView {
  @ApiProperty({ description: 'This environment holds demo data （演示数据）： every page says so' })
  demo!: boolean;

  @ApiProperty({ description: '培训环境： the clock is accelerated, nothing is real, every page says so' })
  training!: boolean;

  @ApiProperty({ type: [DemoAccountView] })
  demoAccounts!: DemoAccountView[];

  @ApiProperty({ type: String, nullable: true, description: 'Only while it is the one printed in the documentation' })
  demoPassword!: string | null;

  @ApiProperty({ description: 'Largest attachment in bytes' })
  uploadLimitBytes!: number;
}
