import { randomUUID } from "node:crypto";
import { sign, stringToSign } from "./signature";

type Keys = { accessKeyId: string; accessKeySecret: string };

/** For tests: the parameters of a rightly signed request; undefined leaves one out. */
export function signedParameters(
  method: string,
  keys: Keys,
  given: Readonly<Record<string, string | undefined>>,
): URLSearchParams {
  const parameters = new Map<string, string>();
  const all = {
    Version: "2016-04-28",
    Format: "JSON",
    AccessKeyId: keys.accessKeyId,
    SignatureMethod: "HMAC-SHA1",
    SignatureVersion: "1.0",
    SignatureNonce: randomUUID(),
    Timestamp: new Date().toISOString().replace(/\.\d+/, ""),
    ...given,
  };
  for (const [name, value] of Object.entries(all)) {
    if (value !== undefined) parameters.set(name, value);
  }
  if (!("Signature" in given)) {
    parameters.set("Signature", sign(keys.accessKeySecret, stringToSign(method, parameters)));
  }
  return new URLSearchParams([...parameters]);
}

/** For tests: calls by GET and returns the answer of whatever status. */
export async function call(
  simulator: Keys & { url: string },
  action: string,
  given: Readonly<Record<string, string | undefined>> = {},
) {
  const query = signedParameters("GET", simulator, { Action: action, ...given });
  const response = await fetch(`${simulator.url}/?${query.toString()}`);
  const text = await response.text();
  const body: unknown = response.headers.get("content-type")?.includes("json")
    ? JSON.parse(text)
    : undefined;
  return { status: response.status, headers: response.headers, text, body };
}
