/** How a run of the benchmarks was asked for. */
export type Settings = {
  /** One short run of each figure: to see that it works, not to be quoted. */
  quick: boolean;
  browserPath: string;
};
