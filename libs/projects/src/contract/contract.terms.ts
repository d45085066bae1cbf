/** One part of the price as agreed: what is paid, and under which condition. Amount in fen. */
export interface InstalmentTerms {
  readonly number: number;
  readonly amount: number;
  readonly condition: string;
}

/** What the parties have agreed; amounts in fen, dates `YYYY-MM-DD`. */
export interface ContractTerms {
  readonly number: string;
  readonly contractor: number;
  readonly amount: number;
  readonly signedOn: string;
  readonly serviceFrom: string;
  readonly serviceTo: string;
  readonly instalments: readonly InstalmentTerms[];
}
