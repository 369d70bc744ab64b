import { createHmac, timingSafeEqual } from "node:crypto";

export type RequestParameters = ReadonlyMap<string, string>;

/** RFC 3986. encodeURIComponent leaves ! ' ( ) * as they are; Alibaba encodes them too. */
function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Every parameter but Signature, by name in code-unit order, then encoded once more as a whole. */
export function stringToSign(method: string, parameters: RequestParameters): string {
  const canonicalized = [...parameters.keys()]
    .filter((name) => name !== "Signature")
    .sort()
    .map((name) => `${percentEncode(name)}=${percentEncode(parameters.get(name) ?? "")}`)
    .join("&");
  return `${method.toUpperCase()}&${percentEncode("/")}&${percentEncode(canonicalized)}`;
}

/** RPC signature version 1.0: the HMAC key is the secret and an ampersand. */
export function sign(accessKeySecret: string, text: string): string {
  return createHmac("sha1", `${accessKeySecret}&`).update(text, "utf8").digest("base64");
}

export function isSignedWith(
  accessKeySecret: string,
  method: string,
  parameters: RequestParameters,
): boolean {
  const expected = Buffer.from(sign(accessKeySecret, stringToSign(method, parameters)));
  const given = Buffer.from(parameters.get("Signature") ?? "");
  // timingSafeEqual throws on unequal lengths; the length of a signature is no secret.
  return given.length === expected.length && timingSafeEqual(given, expected);
}
