import "server-only";
import * as client from "openid-client";
import { z } from "zod";
import type { OidcSettings } from "@/lib/server/runtime/access-settings";
import { claimOf, nameIn, rolesIn } from "@/lib/server/auth/claims";
import { isLoopbackName } from "@/lib/server/runtime/loopback";
import { shortFetch } from "@/lib/server/auth/short-fetch";
import { env } from "@/lib/server/runtime/settings";
import { defineSingleton } from "@/lib/server/runtime/singleton";
import { api, pages } from "@/lib/vpn/hrefs";

/** Of a provider that has been discovered. */
type Provider = { configuration: Promise<client.Configuration> | null };

const TIMEOUT_SECONDS = 10;
const CLOCK_TOLERANCE_SECONDS = 30;

/** What must come back with the user, sealed in their browser meanwhile. */
export const pendingSignIn = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
});

export type PendingSignIn = z.infer<typeof pendingSignIn>;

/** Who the provider says somebody is. */
type ProviderUser = {
  subject: string;
  name: string;
  roles: string[];
  /** What the provider wants to see again at sign-out. */
  idToken: string | null;
};

function settingsOf(): { oidc: OidcSettings; appUrl: string } {
  const { access } = env();
  if (access.by !== "session" || access.oidc === null || access.appUrl === null) {
    throw new Error("There is no identity provider configured.");
  }
  return { oidc: access.oidc, appUrl: access.appUrl };
}

const discoveredProvider = defineSingleton("provider", (): Provider => ({ configuration: null }));

/** Asked for at the first sign-in and then kept; a failure is not. Throws what openid-client throws. */
async function discovered(): Promise<client.Configuration> {
  const provider = discoveredProvider();
  provider.configuration ??= discover();
  try {
    return await provider.configuration;
  } catch (error) {
    provider.configuration = null;
    throw error;
  }
}

async function discover(): Promise<client.Configuration> {
  const { issuer, clientId, clientSecret } = settingsOf().oidc;
  const isLocal = isLoopbackName(new URL(issuer).hostname);
  // By OpenID Connect Core, basic is meant where the provider does not say.
  const authenticate: client.ClientAuth = (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
    const byBasic = methods.includes("client_secret_basic");
    const method = byBasic
      ? client.ClientSecretBasic(clientSecret)
      : client.ClientSecretPost(clientSecret);
    return method(server, ...rest);
  };
  const configuration = await client.discovery(
    new URL(issuer),
    clientId,
    { [client.clockTolerance]: CLOCK_TOLERANCE_SECONDS },
    authenticate,
    {
      timeout: TIMEOUT_SECONDS,
      [client.customFetch]: shortFetch,
      // Signatures are looked at even though the token comes straight from the provider.
      execute: [
        client.enableNonRepudiationChecks,
        ...(isLocal ? [client.allowInsecureRequests] : []),
      ],
    },
  );
  return configuration;
}

/** Where to send the user, and what to keep until they are back. */
export async function beginAtProvider(
  returnTo: string,
): Promise<{ url: URL; pending: PendingSignIn }> {
  const configuration = await discovered();
  const pending = {
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier: client.randomPKCECodeVerifier(),
    returnTo,
  };
  const url = client.buildAuthorizationUrl(configuration, {
    redirect_uri: settingsOf().appUrl + api.signInCallback,
    scope: scopesOf(configuration).join(" "),
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(pending.verifier),
    code_challenge_method: "S256",
  });
  return { url, pending };
}

/** Some providers give roles or groups only to who asks for a scope of that name. */
function scopesOf(configuration: client.Configuration): string[] {
  const supported = configuration.serverMetadata().scopes_supported;
  const { rolesClaim } = settingsOf().oidc;
  const wanted = ["profile", "email"].filter((scope) => supported?.includes(scope) ?? true);
  const ofRoles = rolesClaim !== null && supported?.includes(rolesClaim) ? [rolesClaim] : [];
  return ["openid", ...wanted, ...ofRoles];
}

/**
 * Trades what came back from the provider for who it is; openid-client checks state, nonce, PKCE,
 * issuer, audience, signature and times. Throws what it throws.
 */
export async function endAtProvider(search: string, pending: PendingSignIn): Promise<ProviderUser> {
  const configuration = await discovered();
  // The address as the provider knows it, whatever a proxy has made of it.
  const callback = new URL(settingsOf().appUrl + api.signInCallback + search);
  const tokens = await client.authorizationCodeGrant(configuration, callback, {
    expectedState: pending.state,
    expectedNonce: pending.nonce,
    pkceCodeVerifier: pending.verifier,
    idTokenExpected: true,
  });
  const inToken = tokens.claims();
  if (inToken === undefined) throw new Error("The provider sent no ID token.");
  const { clientId, rolesClaim } = settingsOf().oidc;
  requireMeant(inToken, clientId);
  const isComplete =
    nameIn(inToken) !== null && (rolesClaim === null || claimOf(inToken, rolesClaim) !== undefined);
  const hasMore = configuration.serverMetadata().userinfo_endpoint !== undefined;
  const more =
    isComplete || !hasMore
      ? {}
      : await client.fetchUserInfo(configuration, tokens.access_token, inToken.sub);
  const claims = { ...more, ...inToken };
  return {
    subject: inToken.sub,
    name: nameIn(claims) ?? inToken.sub,
    roles: rolesClaim === null ? ["viewer"] : rolesIn(claimOf(claims, rolesClaim)),
    idToken: tokens.id_token ?? null,
  };
}

/** What openid-client leaves to its caller (OpenID Connect Core, sections 2 and 3.1.3.7). */
function requireMeant({ sub, azp }: client.IDToken, clientId: string): void {
  if (sub.trim() === "") throw new Error("The ID token names nobody.");
  if (azp !== undefined && azp !== clientId) throw new Error("The ID token is for another client.");
}

/** The provider's own sign-out, where it has one that is told where to lead back to. */
export async function signOutUrl(idToken: string): Promise<URL | null> {
  const configuration = await discovered();
  if (configuration.serverMetadata().end_session_endpoint === undefined) return null;
  return client.buildEndSessionUrl(configuration, {
    id_token_hint: idToken,
    post_logout_redirect_uri: settingsOf().appUrl + pages.signIn(),
  });
}
