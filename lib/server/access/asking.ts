import "server-only";

/** As much of a request as tells who it is from. */
export type Asking = {
  header: (name: string) => string | null;
  cookie: (name: string) => string | undefined;
};

type Given = {
  headers: { get: (name: string) => string | null };
  cookies: { get: (name: string) => { value: string } | undefined };
};

export function askingOf({ headers, cookies }: Given): Asking {
  return {
    header: (name) => headers.get(name),
    cookie: (name) => cookies.get(name)?.value,
  };
}
