import { once } from "node:events";
import { createServer } from "node:http";
import { Provider } from "oidc-provider";

export type IdentityProvider = {
  /** For a server that is to sign people in here. */
  settings: Record<string, string>;
  close: () => Promise<void>;
};

const CLIENT = { id: "tunnelboard", secret: "oidc-N3verSh0wMe-4d21-0a8b7c6d5e4f" };

/** By the name that somebody signs in with: any password will do. */
const ROLES: Record<string, string[]> = {
  olga: ["operator", "another-application"],
  vera: ["viewer"],
  rita: ["viewer:cn-hangzhou"],
  nora: ["another-application"],
};

export const CLIENT_SECRET = CLIENT.secret;

/** A certified provider on a port of its own, for an app that is served at `appUrl`. */
export async function startIdentityProvider(appUrl: string): Promise<IdentityProvider> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const issuer = `http://127.0.0.1:${port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [`${appUrl}/api/auth/callback`],
        post_logout_redirect_uris: [`${appUrl}/sign-in`],
      },
    ],
    claims: { openid: ["sub"], profile: ["preferred_username"], roles: ["roles"] },
    cookies: { keys: ["a key of the test's provider"] },
    findAccount: async (_context, id) => ({
      accountId: id,
      claims: async () => ({ sub: id, preferred_username: id, roles: ROLES[id] ?? [] }),
    }),
  });
  const answer = provider.callback();
  server.on("request", (request, response) => void answer(request, response));
  return {
    settings: {
      APP_URL: appUrl,
      SESSION_SECRET: "session-N3verSh0wMe-0123456789abcdef",
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: CLIENT.id,
      OIDC_CLIENT_SECRET: CLIENT.secret,
      OIDC_ROLES_CLAIM: "roles",
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
