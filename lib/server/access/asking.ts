import "server-only";

/** As much of a request as tells who it is from. */
export type Asking = {
  header: (name: string) => string | null;
  cookie: (name: string) => string | undefined;
};
