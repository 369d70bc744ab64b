import { createHash, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import { SESSION_SECRET } from "@/e2e/users-file";

export const CLIENT = { id: "tunnelboard", secret: "oidc-N3verSh0wMe-4d21-0a8b7c6d5e4f" };
const KID = "the-key";

type Key = CryptoKey | Uint8Array;

/** What a forger may have a hand in. */
export type Forge = {
  /** The claims of the ID token, from the right ones. */
  claims?: (right: JWTPayload) => JWTPayload;
  /** The ID token, from the right claims and keys; null leaves it out. */
  idToken?: (claims: JWTPayload, keys: Keys) => Promise<string | null> | string | null;
  /** The whole answer of the token endpoint, from the right body. */
  token?: (response: ServerResponse, right: object) => void;
  /** What comes back to the app in its address, from the right parameters. */
  callback?: (right: URLSearchParams) => void;
  userinfo?: (right: JWTPayload) => JWTPayload;
};

type Keys = { right: Key; wrong: Key; clientSecret: Key; kid: string };

/** What the token endpoint was asked. */
type TokenRequest = { authorization: string; body: URLSearchParams };

type Grant = { parameters: URLSearchParams; forge: Forge };

export type ForgingProvider = Awaited<ReturnType<typeof startForgingProvider>>;

/** A provider of our own for an app that is served at `appUrl`, which lies when it is told to. */
export async function startForgingProvider(appUrl: string) {
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const issuer = `http://127.0.0.1:${port}`;
  const [{ privateKey, publicKey }, other] = await Promise.all([
    generateKeyPair("RS256"),
    generateKeyPair("RS256"),
  ]);
  const keys: Keys = {
    right: privateKey,
    wrong: other.privateKey,
    clientSecret: new TextEncoder().encode(CLIENT.secret),
    kid: KID,
  };
  const jwk = { ...(await exportJWK(publicKey)), kid: KID, alg: "RS256", use: "sig" };
  const grants = new Map<string, Grant>();
  const tokenRequests: TokenRequest[] = [];
  const about = {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/userinfo`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256"],
    authorization_response_iss_parameter_supported: true,
  };
  const provider = {
    issuer,
    tokenRequests,
    /** The answer to who asks what the provider is. */
    about: (response: ServerResponse) => json(response, about),
    settings: {
      APP_URL: appUrl,
      SESSION_SECRET,
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: CLIENT.id,
      OIDC_CLIENT_SECRET: CLIENT.secret,
      OIDC_ROLES_CLAIM: "roles",
    },
    /** Lets whoever comes with this address through, and says where they come back to. */
    authorize(location: string, forge: Forge = {}): string {
      const parameters = new URL(location).searchParams;
      const code = randomUUID();
      grants.set(code, { parameters, forge });
      const state = parameters.get("state") ?? "";
      const back = new URLSearchParams({ code, state, iss: issuer });
      forge.callback?.(back);
      const { pathname } = new URL(parameters.get("redirect_uri") ?? "");
      return `${pathname}?${String(back)}`;
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? "/", issuer);
    if (pathname === "/.well-known/openid-configuration") return provider.about(response);
    if (pathname === "/jwks") return json(response, { keys: [jwk] });
    const authorization = request.headers.authorization ?? "";
    if (pathname === "/token") {
      const body = new URLSearchParams(await textOf(request));
      tokenRequests.push({ authorization, body });
      return grant(response, body);
    }
    if (pathname === "/userinfo") {
      const forge = grants.get(authorization.replace("Bearer ", ""))?.forge;
      const right = { sub: "olga-1", preferred_username: "olga", roles: ["operator"] };
      return json(response, forge?.userinfo?.(right) ?? right);
    }
    response.writeHead(404).end();
  }

  async function grant(response: ServerResponse, body: URLSearchParams): Promise<void> {
    const code = body.get("code") ?? "";
    const { parameters, forge = {} }: Partial<Grant> = grants.get(code) ?? {};
    const digest = createHash("sha256").update(body.get("code_verifier") ?? "");
    if (parameters?.get("code_challenge") !== digest.digest("base64url")) {
      return json(response, { error: "invalid_grant" }, 400);
    }
    const nonce = parameters.get("nonce") ?? "";
    const now = Math.floor(Date.now() / 1000);
    const times = { iat: now, exp: now + 300 };
    const right = { iss: issuer, aud: CLIENT.id, sub: "olga-1", nonce, ...times, ...OLGA };
    const claims = forge.claims?.(right) ?? right;
    const { idToken = signed } = forge;
    const token = await idToken(claims, keys);
    const told = { access_token: code, token_type: "Bearer", expires_in: 300 };
    const whole = token === null ? told : { ...told, id_token: token };
    if (forge.token === undefined) json(response, whole);
    else forge.token(response, whole);
  }

  return provider;
}

const OLGA = { preferred_username: "olga", roles: ["operator"] };

/** As the provider signs. */
function signed(claims: JWTPayload, { right }: Keys): Promise<string> {
  return signedWith(claims, right, "RS256");
}

export function signedWith(claims: JWTPayload, key: Key, alg: string, kid = KID): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg, kid }).sign(key);
}

export function json(response: ServerResponse, body: object, status = 200): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
