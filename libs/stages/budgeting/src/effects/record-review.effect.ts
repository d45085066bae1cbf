import { Injectable } from '@nestjs/common';
import { type EffectContext, type EffectHandler, type EffectInput, HandlesEffect } from '#libs/engine';
import { reviewOf } from '../review/review.form.js';
import { ReviewRecorder } from '../review/review.recorder.js';

@Injectable()
@HandlesEffect('budgeting.recordReview')
export class RecordReviewEffect implements EffectHandler {
  constructor(private readonly reviews: ReviewRecorder) {}

  async apply(input: EffectInput, context: EffectContext): Promise<void> {
    await this.reviews.record(context, reviewOf(input.nested('review')));
  }
}
