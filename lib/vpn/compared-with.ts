/** What a connection is compared with. */
export type ComparedWith = {
  /** Another connection; null for its own tunnels. */
  with: string | null;
  /** Where that is; null where it is to be looked for. */
  withRegionId: string | null;
};

export const NOT_COMPARED: ComparedWith = { with: null, withRegionId: null };
