import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DirectoriesConfig } from '#libs/platform';
import type { Bundle } from '../definitions/bundle.js';
import { BundleStore } from '../definitions/bundle.store.js';
import { DefinitionCatalog } from '../definitions/definition.catalog.js';
import { UnknownProcessError } from '../definitions/definition.error.js';
import type { FormSource } from '../definitions/form.source.js';
import { parseYaml, readYamlFiles } from '../definitions/yaml.files.js';
import { PublishedDefinitions } from '../publishing/published.definitions.js';
import { loadCalendar } from '../timers/work-calendar.provider.js';
import { DraftBundles } from '../whatif/draft.bundles.js';
import { simulating, type SimulationRequest } from './simulate.js';
import { SimulationBusyError } from './simulation.error.js';
import type { SimulationReport } from './simulation.report.js';

/** What somebody wants simulated. */
export interface SimulationOrder {
  readonly process: string;
  readonly division: string;
  readonly cases: number;
  readonly seed: number;
  /** A definition that is not published; the current version where there is none. */
  readonly source?: string | undefined;
  readonly forms?: readonly FormSource[] | undefined;
}

/** How far a simulation is, and in the end its report. */
export type SimulationLine = { readonly done: number; readonly cases: number } | { readonly report: SimulationReport };

/** So many lines of progress at most. */
const MOST_LINES = 100;

/** 仿真 for whoever is connected: one at a time, case by case, so that the process goes on serving others. */
@Injectable()
export class SimulationDesk {
  private isRunning = false;

  constructor(
    private readonly definitions: PublishedDefinitions,
    private readonly catalog: DefinitionCatalog,
    private readonly bundles: BundleStore,
    private readonly directories: DirectoriesConfig,
  ) {}

  /** Refuses what cannot be simulated at once; the lines come as they are read. */
  async start(order: SimulationOrder): Promise<AsyncGenerator<SimulationLine>> {
    if (this.isRunning) throw new SimulationBusyError();
    return this.lines(await this.requestOf(order));
  }

  private async *lines(request: SimulationRequest): AsyncGenerator<SimulationLine> {
    if (this.isRunning) throw new SimulationBusyError();
    this.isRunning = true;
    try {
      const { cases } = request;
      const stride = Math.ceil(cases / MOST_LINES);
      const run = simulating(request);
      let next = run.next();
      while (next.done !== true) {
        if (next.value % stride === 0) yield { done: next.value, cases };
        await setImmediate();
        next = run.next();
      }
      yield { report: next.value };
    } finally {
      this.isRunning = false;
    }
  }

  private async requestOf({ source, forms, ...order }: SimulationOrder): Promise<SimulationRequest> {
    const { process, division } = order;
    const published = new Map((await this.definitions.all()).map((entry) => [entry.definition.process, entry]));
    const draft =
      source === undefined
        ? undefined
        : new DraftBundles(this.catalog, { process, source, file: 'source', ...(forms && { forms }) });
    const bundleOf = (name: string): Bundle | undefined => {
      if (draft && name === process) return draft.in(division);
      const entry = published.get(name);
      return entry && this.bundles.prepared(entry, division);
    };
    const subject = bundleOf(process);
    if (!subject) throw new UnknownProcessError(process);
    const { configDir, regionsDir } = this.directories;
    return {
      ...order,
      calendar: loadCalendar(configDir, { regionsDir, regional: subject.content.calendars ?? [] }),
      assumptions: assumptionsIn(configDir),
      bundleOf,
    };
  }
}

/** People work as the usual assumptions say where an installation has none of its own. */
function assumptionsIn(configDir: string) {
  const file = readYamlFiles(configDir).find(({ name }) => name === 'simulation.yaml');
  return file ? parseYaml(file) : {};
}
