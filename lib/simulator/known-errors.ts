type KnownError = { status: number; message: string; fromGateway: boolean };

function gateway(status: number, message: string): KnownError {
  return { status, message, fromGateway: true };
}

function backend(status: number, message: string): KnownError {
  return { status, message, fromGateway: false };
}

const notAuthorized = "User not authorized to operate on the specified resource";

/** HTTP statuses and texts as in Alibaba's error tables and in recorded replies. */
export const knownErrors: Readonly<Record<string, KnownError>> = {
  // Alibaba's VPN pages spell this one with a double b.
  "Forbbiden.SubUser": backend(403, `${notAuthorized} as your account is created by another user.`),
  Forbidden: backend(403, `${notAuthorized}.`),
  "Forbidden.RAM": backend(403, `${notAuthorized}, or this API doesn't support RAM.`),
  "InvalidVpnConnectionInstanceId.NotFound": backend(
    404,
    "The specified vpn connection instance id does not exist.",
  ),
  "InvalidVpnGatewayInstanceId.NotFound": backend(
    404,
    "The specified vpn gateway instance id does not exist.",
  ),
  "InvalidCustomerGatewayInstanceId.NotFound": backend(
    404,
    "The specified customer gateway instance id does not exist.",
  ),
  "InvalidRegionId.NotFound": gateway(404, "The specified RegionId does not exist."),
  "InvalidOperation.NotSupportedEndpoint": gateway(
    404,
    "The specified endpoint can't operate this region. Please use API DescribeRegions to get the appropriate endpoint, or upgrade your SDK to latest version.",
  ),
  "InvalidAccessKeyId.NotFound": gateway(404, "Specified access key is not found."),
  InvalidAccessKeyId: gateway(400, "Specified access key is not found or invalid."),
  SignatureDoesNotMatch: gateway(400, "Specified signature is not matched with our calculation."),
  IncompleteSignature: gateway(400, "The request signature does not conform to Aliyun standards."),
  "InvalidTimeStamp.Expired": gateway(400, "Specified time stamp or date value is expired."),
  "InvalidTimeStamp.Format": gateway(
    400,
    "Specified time stamp or date value is not well formatted.",
  ),
  IllegalTimestamp: gateway(
    400,
    'The input parameter "Timestamp" that is mandatory for processing this request is not supplied.',
  ),
  SignatureNonceUsed: gateway(400, "Specified signature nonce was used already."),
  "InvalidSecurityToken.Malformed": gateway(400, "Specified SecurityToken is malformed."),
  "InvalidSecurityToken.Expired": gateway(400, "Specified SecurityToken is expired."),
  Throttling: gateway(400, "Request was denied due to request throttling."),
  "Throttling.User": gateway(400, "Request was denied due to user flow control."),
  "Throttling.Api": gateway(400, "Request was denied due to api flow control."),
  "InvalidApi.NotFound": gateway(
    404,
    "Specified api is not found,please check your url and method.",
  ),
  "InvalidProduct.NotFound": gateway(
    404,
    "Cannot find product according to your specified domain.",
  ),
  "InvalidProtocol.NeedSsl": gateway(404, "Your request is denied as lack of ssl protect."),
  UnsupportedHTTPMethod: gateway(405, "This http method is not supported."),
  RequestEntityTooLarge: gateway(413, "The request body is too large."),
  ServiceUnavailable: gateway(
    503,
    "The request has failed due to a temporary failure of the server.",
  ),
  InternalError: gateway(
    500,
    "The request processing has failed due to some unknown error, exception or failure.",
  ),
};
