import "server-only";

/** As much of a request as tells who it is from. */
export type RequestIdentity = {
  header: (name: string) => string | null;
  cookie: (name: string) => string | undefined;
};

type Given = {
  headers: { get: (name: string) => string | null };
  cookies: { get: (name: string) => { value: string } | undefined };
};

export function requestIdentityOf({ headers, cookies }: Given): RequestIdentity {
  return {
    header: (name) => headers.get(name),
    cookie: (name) => cookies.get(name)?.value,
  };
}
