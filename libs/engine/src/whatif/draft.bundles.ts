import { parseProcess, type Problem } from '#libs/kernel';
import type { Bundle } from '../definitions/bundle.js';
import { prepare } from '../definitions/bundle.store.js';
import type { CatalogEntry, DefinitionCatalog } from '../definitions/definition.catalog.js';
import { BadDefinitionError } from '../definitions/definition.error.js';
import { type FormSource, readForm } from '../definitions/form.source.js';
import { GateRefusedError } from '../publishing/publishing.error.js';

/** A definition that is not published, and the process that it must define. */
export interface Draft {
  readonly process: string;
  readonly source: string;
  /** Forms that it brings along. */
  readonly forms?: readonly FormSource[];
  /** Name for messages. */
  readonly file: string;
}

/** What instances of each division would be pinned to if the draft were published. */
export class DraftBundles {
  private readonly entry: CatalogEntry;
  private readonly perDivision = new Map<string, Bundle>();

  constructor(
    private readonly catalog: Pick<DefinitionCatalog, 'bundleContent'>,
    draft: Draft,
  ) {
    this.entry = entryOf(draft);
  }

  in(division: string): Bundle {
    const bundle = this.perDivision.get(division) ?? this.prepared(division);
    this.perDivision.set(division, bundle);
    return bundle;
  }

  /** What is wrong with a draft is for its author, not a defect of ours. */
  private prepared(division: string): Bundle {
    try {
      return prepare(this.catalog.bundleContent(this.entry, division));
    } catch (error) {
      throw error instanceof BadDefinitionError ? new GateRefusedError(error.problems) : error;
    }
  }
}

function entryOf({ process, source, file, forms = [] }: Draft): CatalogEntry {
  const parsed = parseProcess(source, file);
  if (!parsed.ok) throw new GateRefusedError(parsed.problems);
  if (parsed.value.process !== process) throw new GateRefusedError([otherProcess(process, parsed.value.process, file)]);
  const problems = forms.flatMap((form) => readForm(form).problems);
  if (problems.length > 0) throw new GateRefusedError(problems);
  return { file: { name: file, text: source }, definition: parsed.value, forms };
}

function otherProcess(process: string, found: string, file: string): Problem {
  return {
    ...{ code: 'other-process', file, line: 1 },
    message: `the file defines the process ${found}, not ${process}`,
    hint: `Ask for ${found}, or name the file of ${process}.`,
  };
}
