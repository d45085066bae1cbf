import type { Attachment } from '../../api/shapes.js';

export interface LookupChoice {
  readonly value: string | number;
  readonly label: string;
}

/** What widgets need from the page around the form. */
export interface FormContext {
  readonly attachments: readonly Attachment[];
  readonly upload: (file: File) => Promise<Attachment>;
  readonly uploadLimitBytes: number;
  /** Division from which a place is chosen, usually the caller's own. */
  readonly divisionCode: string;
  readonly lookups: Readonly<Record<string, readonly LookupChoice[]>>;
}
