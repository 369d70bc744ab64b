import {
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  request,
} from "node:http";

export type Answer = {
  status: number;
  headers: IncomingHttpHeaders;
  /** As they were set, with their attributes. */
  cookies: string[];
  body: string;
};

export type Asked = {
  method?: string;
  headers?: OutgoingHttpHeaders;
  /** Sent as a form, with its length. */
  form?: Record<string, string>;
  /** Sent as it is. */
  body?: string;
};

/** Asks as it is written: nothing is normalised, followed, remembered or added but Host. */
export function ask(url: string, target: string, asked: Asked = {}): Promise<Answer> {
  const { hostname, port } = new URL(url);
  const body = asked.form === undefined ? asked.body : String(new URLSearchParams(asked.form));
  const isForm = asked.form !== undefined;
  const headers: OutgoingHttpHeaders = {
    ...(isForm ? { "content-type": "application/x-www-form-urlencoded" } : {}),
    ...(isForm ? { "content-length": Buffer.byteLength(body ?? "") } : {}),
    ...asked.headers,
  };
  const { method = isForm ? "POST" : "GET" } = asked;
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path: target, method, headers, agent: false });
    sent.once("response", (response) => void read(response).then(resolve, reject));
    sent.once("error", reject);
    sent.end(body);
  });
}

async function read(response: IncomingMessage): Promise<Answer> {
  const { statusCode: status = 0, headers } = response;
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString();
  return { status, headers, cookies: headers["set-cookie"] ?? [], body };
}

/** The cookie of a name that an answer sets, as a request sends it back; null where it sets none. */
export function cookieIn(answer: Answer, name: string): string | null {
  const [pair = ""] = answer.cookies.find((one) => one.startsWith(`${name}=`))?.split(";") ?? [];
  return pair.length > name.length + 1 ? pair : null;
}

/** All that an answer sets, as a request's Cookie. */
export function allCookiesIn({ cookies }: Answer): string {
  return cookies.map((one) => one.split(";")[0]).join("; ");
}

/** Where a browser would go on to. */
export function destinationOf(answer: Answer, url: string): URL {
  return new URL(answer.headers.location ?? "", url);
}
