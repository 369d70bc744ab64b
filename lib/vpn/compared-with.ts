/** What a connection is compared with. */
export type ComparedWith = {
  /** The id of another connection, or a name that one connection alone has; null for its own tunnels. */
  with: string | null;
  /** Where that is; null where it is to be looked for. */
  withRegionId: string | null;
};

export const NOT_COMPARED: ComparedWith = { with: null, withRegionId: null };
