/** The team's decision to live with a finding. */
export type Waiver = {
  reason: string;
  /** Epoch milliseconds; null where it does not end by itself. */
  until: number | null;
};
