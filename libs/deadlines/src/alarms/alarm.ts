/** One ring of one timer. A later step or a moved due time is another generation. */
export interface Alarm {
  readonly timerId: number;
  readonly generation: number;
}

/** An alarm with the business time at which it is to ring. */
export interface TimedAlarm extends Alarm {
  readonly nextAt: Date;
}
