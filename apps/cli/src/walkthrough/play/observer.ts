import type { Person } from '../cast/person.js';
import type { HistoryLine, Page } from '../http/api.shapes.js';
import type { PlayPrinter } from '../report/play.printer.js';
import type { BusinessTime } from '../time/business.time.js';
import type { Scene } from './scene.js';

/** Reads the case and what is new in its history, as the officer in charge would, and has it printed. */
export class Observer {
  private cursor: string | null = null;
  private seen = 0;

  constructor(
    private readonly person: Person,
    private readonly scene: Scene,
    private readonly time: BusinessTime,
    private readonly printer: PlayPrinter,
  ) {}

  async look(): Promise<void> {
    const detail = await this.person.readCase(this.scene.caseId);
    const rows = await this.newRows();
    this.scene.see(detail, rows, this.time.now);
    for (const row of rows) this.printer.row(row);
  }

  whereabouts(): string {
    const { instances = [], tasks = [] } = this.scene.case ?? {};
    const states = instances.flatMap(({ active }) => active.map(({ state }) => state));
    return `${states.join(', ')} (${tasks.length} tasks: ${tasks.map(({ state }) => state).join(', ')})`;
  }

  /** Pages on from the last full page; a page that was not full is read again for what came since. */
  private async newRows(): Promise<HistoryLine[]> {
    const rows: HistoryLine[] = [];
    for (;;) {
      const after = this.cursor === null ? '' : `&after=${this.cursor}`;
      const page = await this.person.get<Page<HistoryLine>>(`/cases/${this.scene.caseId}/history?limit=100${after}`);
      rows.push(...page.items.filter(({ seq }) => seq > this.seen));
      this.seen = Math.max(this.seen, page.items.at(-1)?.seq ?? 0);
      if (page.next === null) return rows;
      this.cursor = page.next;
    }
  }
}
