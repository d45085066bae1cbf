import { Controller, type MessageEvent, Sse } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { concatMap, from, interval, map, merge, type Observable, takeUntil, takeWhile } from 'rxjs';
import { endWith, filter, ignoreElements, last, share } from 'rxjs/operators';
import { type Caller, CurrentCaller, IdentityGuard, SignedIn } from '#libs/identity';
import { Visibility } from '#libs/engine';
import { CaseFeed } from './case-feed.js';

/** Keeps proxies from cutting a silent stream. */
const HEARTBEAT_MS = 25_000;

@ApiTags('live')
@ApiBearerAuth()
@Controller('live')
@SignedIn()
export class LiveController {
  constructor(
    private readonly feed: CaseFeed,
    private readonly visibility: Visibility,
    private readonly guard: IdentityGuard,
  ) {}

  @Sse()
  @ApiProduces('text/event-stream')
  @ApiOperation({
    summary: '实时更新',
    description: 'Server-Sent Events `case-changed` {rootId} for cases the caller may see',
  })
  stream(@CurrentCaller() caller: Caller): Observable<MessageEvent> {
    const changed = this.feed.changed.pipe(share());
    const ended = changed.pipe(ignoreElements(), endWith(true), last());
    const beats = interval(HEARTBEAT_MS).pipe(map((): MessageEvent => ({ type: 'heartbeat', data: {} })));
    // The guard asked once; a login may end while its stream is open.
    return merge(this.visibleTo(caller, changed), beats.pipe(takeUntil(ended))).pipe(
      takeWhile(() => this.guard.stillHolds(caller)),
    );
  }

  private visibleTo(caller: Caller, changed: Observable<number>): Observable<MessageEvent> {
    return changed.pipe(
      concatMap((rootId) =>
        from(this.visibility.maySee(caller, rootId).catch(() => false)).pipe(
          filter(Boolean),
          map((): MessageEvent => ({ type: 'case-changed', data: { rootId } })),
        ),
      ),
    );
  }
}
