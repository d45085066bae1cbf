import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { Json, ViewSpec } from '#libs/kernel';
import { DefectError } from '#libs/platform';
import { discover } from '../effects/discover.js';
import { type ReadView, VIEW_SOURCE, type ViewRequest } from './read-view.js';

/** Thrown when a pinned definition reads a view that no library provides; we must act. */
export class ViewMissingError extends DefectError {
  constructor(source: string) {
    super({
      code: 'engine.view-missing',
      zh: `没有读取视图 ${source}。`,
      en: `There is no read view ${source}.`,
      details: { source },
    });
  }
}

/** Read views by source, found at boot. */
@Injectable()
export class ViewRegistry implements OnModuleInit {
  private readonly views = new Map<string, ReadView>();

  constructor(private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    for (const { name, instance } of discover<ReadView>(this.discovery, VIEW_SOURCE)) this.views.set(name, instance);
  }

  names(): ReadonlySet<string> {
    return new Set(this.views.keys());
  }

  /** Values of the declared views as that manager sees them. */
  async load(request: ViewRequest, declared: Readonly<Record<string, ViewSpec>>): Promise<Record<string, Json>> {
    const values: Record<string, Json> = {};
    for (const [name, spec] of Object.entries(declared)) {
      const view = this.views.get(spec.source);
      if (!view) throw new ViewMissingError(spec.source);
      values[name] = await view.load(request);
    }
    return values;
  }
}
