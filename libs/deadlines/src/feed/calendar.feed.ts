import { Injectable } from '@nestjs/common';
import { MailConfig } from '#libs/platform';
import { DeliveryPlanner } from '../planning/delivery.planner.js';
import { CalendarLinkService } from './calendar-link.service.js';
import { DeadlineReader } from './deadline.reader.js';
import { CALENDAR_WORDS, icsOf } from './ics.calendar.js';

/** The calendar behind a private address, in the language of letters there. */
@Injectable()
export class CalendarFeed {
  constructor(
    private readonly links: CalendarLinkService,
    private readonly deadlines: DeadlineReader,
    private readonly planner: DeliveryPlanner,
    private readonly mail: MailConfig,
  ) {}

  /** `file` is `<token>.ics`. */
  async of(file: string): Promise<string> {
    const user = await this.links.ownerOf(file);
    const language = this.planner.languageOf(user);
    return icsOf(await this.deadlines.of(user, language), {
      words: CALENDAR_WORDS[language],
      linkTo: ({ rootId, taskId }) => new URL(`/projects/${rootId}?task=${taskId}`, this.mail.publicUrl).href,
    });
  }
}
