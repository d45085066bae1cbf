import { ApiProperty } from '@nestjs/swagger';

/** A notice in the list. */
export class NoticeSummaryView {
  @ApiProperty()
  id!: number;

  @ApiProperty({ example: 'award-notice' })
  kind!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Name of the organisation that published it' })
  publisher!: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  publishedAt!: Date;
}

/** 公告 */
export class NoticeView extends NoticeSummaryView {
  @ApiProperty()
  body!: string;
}
