import { knownErrors } from "./known-errors";

/** A refusal in Alibaba's terms. `fromGateway` tells the API gateway's own from the VPC backend's. */
export class ApiError extends Error {
  readonly code: string;
  readonly status: number;
  readonly fromGateway: boolean;

  constructor(code: string, overrides: { message?: string; status?: number } = {}) {
    const known = knownErrors[code];
    super(overrides.message ?? known?.message ?? "The request was refused.");
    this.name = "ApiError";
    this.code = code;
    this.status = overrides.status ?? known?.status ?? 400;
    this.fromGateway = known?.fromGateway ?? true;
  }
}

/** Alibaba's docs: a missing mandatory parameter is answered with Missing{ParameterName}. */
export function missingParameter(name: string): ApiError {
  return new ApiError(`Missing${name}`, { message: `${name} is mandatory for this action.` });
}

export function invalidParameter(name: string): ApiError {
  return new ApiError("InvalidParameter", {
    message: `The specified parameter "${name}" is not valid.`,
  });
}

/** Only the gateway adds Recommend; errors of the backend have been seen without it. */
export function errorBody(error: ApiError, requestId: string, hostId: string) {
  const body: Record<string, unknown> = {
    RequestId: requestId,
    Message: error.message,
    HostId: hostId,
    Code: error.code,
  };
  if (error.fromGateway) {
    const query = new URLSearchParams({ q: error.code, product: "Vpc", requestId });
    body["Recommend"] = `https://api.aliyun.com/troubleshoot?${query.toString()}`;
  }
  return body;
}
