import { ApiProperty } from '@nestjs/swagger';

/** Whether there is a link, without its address: that is known to its owner alone. Times are system time. */
export class CalendarLinkView {
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Null: there is none' })
  createdAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When a calendar program last came' })
  usedAt!: string | null;
}

/** A link that was just made: the address is shown this once. */
export class NewCalendarLinkView extends CalendarLinkView {
  @ApiProperty({ example: 'https://sanshe.example/api/calendar/kD3….ics' })
  address!: string;
}
