import { Injectable } from '@nestjs/common';
import { HistoryReader } from '../history/history.reader.js';
import { type DrawFault, drawsOf, faultOf } from './recorded.draws.js';

/** What drawing again gave. */
export interface DrawReport {
  readonly rootId: number;
  readonly draws: number;
  readonly faults: readonly { readonly seq: number; readonly task: number; readonly fault: DrawFault }[];
}

/** 抽取核验: draws everything of a case again, from its history alone. */
@Injectable()
export class DrawVerifier {
  constructor(private readonly history: HistoryReader) {}

  async verify(rootId: number): Promise<DrawReport> {
    const rows = await this.history.readAll(rootId);
    const draws = rows.flatMap(drawsOf);
    const faults = draws.flatMap((draw) => {
      const fault = faultOf(draw, rows);
      return fault === null ? [] : [{ seq: draw.seq, task: draw.taskId, fault }];
    });
    return { rootId, draws: draws.length, faults };
  }
}
