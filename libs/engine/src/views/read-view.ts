import { SetMetadata } from '@nestjs/common';
import type { Json } from '#libs/kernel';
import type { EntityManager } from 'typeorm';

/** Which records a view is asked for. */
export interface ViewRequest {
  readonly manager: EntityManager;
  readonly rootId: number;
  readonly instanceId: number;
}

/** Related records as guards may read them; loaded before the step and stored in history as a fact. */
export interface ReadView {
  load(request: ViewRequest): Promise<Json>;
}

export const VIEW_SOURCE = 'sanshe:view';
/** Registers an injectable class as that view source (`<lib>.<noun>`), e.g. `procurement.responses`. */
export const ProvidesView = (source: string): ClassDecorator => SetMetadata(VIEW_SOURCE, source);
