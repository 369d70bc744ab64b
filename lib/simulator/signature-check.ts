import { ApiError, invalidParameter, missingParameter } from "./api-error";
import { createNonceMemory, timestampWindowMs } from "./nonces";
import { stringToSign, type RequestParameters } from "./signature";

export type Credentials = {
  accessKeyId: string;
  accessKeySecret: string;
  securityToken: string | undefined;
};

export type SignedRequest = {
  method: string;
  parameters: RequestParameters;
  verified: boolean;
};

function checkAccessKey(parameters: RequestParameters, credentials: Credentials): void {
  const accessKeyId = parameters.get("AccessKeyId");
  if (!accessKeyId) throw missingParameter("AccessKeyId");
  if (accessKeyId !== credentials.accessKeyId) throw new ApiError("InvalidAccessKeyId.NotFound");
  const token = parameters.get("SecurityToken") ?? "";
  if (token === "" && credentials.securityToken) throw missingParameter("SecurityToken");
  if (token !== (credentials.securityToken ?? "")) {
    throw new ApiError("InvalidSecurityToken.Malformed");
  }
}

function checkSignatureKind(parameters: RequestParameters): void {
  for (const [name, value] of [
    ["SignatureMethod", "HMAC-SHA1"],
    ["SignatureVersion", "1.0"],
  ] as const) {
    const given = parameters.get(name);
    if (!given) throw missingParameter(name);
    if (given !== value) throw invalidParameter(name);
  }
}

function checkTimestamp(parameters: RequestParameters, now: number): void {
  const timestamp = parameters.get("Timestamp");
  if (!timestamp) throw new ApiError("IllegalTimestamp");
  const at = Date.parse(timestamp);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(timestamp) || Number.isNaN(at)) {
    throw new ApiError("InvalidTimeStamp.Format");
  }
  if (Math.abs(now - at) > timestampWindowMs) throw new ApiError("InvalidTimeStamp.Expired");
}

function checkSignature({ method, parameters, verified }: SignedRequest): void {
  if (!parameters.get("Signature")) throw new ApiError("IncompleteSignature");
  if (verified) return;
  // The echo, AccessKeyId included, is what Alibaba sends; clients have to keep it to themselves.
  const echo = stringToSign(method, parameters);
  throw new ApiError("SignatureDoesNotMatch", {
    message: `Specified signature is not matched with our calculation. server string to sign is:${echo}`,
  });
}

/** Refuses, in the gateway's order, whatever is not freshly and rightly signed. */
export function createSignatureCheck(credentials: Credentials, now: () => number) {
  const nonces = createNonceMemory();
  // The skew is for the time stamp alone: nonces forgotten too early would hide a replay.
  return (request: SignedRequest, clockSkewMs = 0): void => {
    const { parameters } = request;
    checkAccessKey(parameters, credentials);
    checkSignatureKind(parameters);
    checkTimestamp(parameters, now() + clockSkewMs);
    checkSignature(request);
    const nonce = parameters.get("SignatureNonce");
    if (!nonce) throw missingParameter("SignatureNonce");
    if (!nonces.use(nonce, now())) throw new ApiError("SignatureNonceUsed");
  };
}
