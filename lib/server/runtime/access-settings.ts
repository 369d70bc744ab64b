import "server-only";
import { isLoopbackName } from "@/lib/server/runtime/loopback";

/** The identity provider, as it is configured. */
export type OidcSettings = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  rolesClaim: string | null;
};

/** How somebody gets in. */
export type Access =
  /** Nobody signs in: whoever sits at this machine reads. */
  | { by: "loopback" }
  /** An authenticating proxy names the user in a header. */
  | { by: "proxy"; userHeader: string; usersFile: string | null }
  | {
      by: "session";
      /** Newest first. */
      secrets: string[];
      /** Null on loopback, where it may be left out. */
      appUrl: string | null;
      oidc: OidcSettings | null;
      usersFile: string | null;
    };

type Settings = {
  HOST: string;
  APP_URL?: string;
  SESSION_SECRET?: string[];
  OIDC_ISSUER?: string;
  OIDC_CLIENT_ID?: string;
  OIDC_CLIENT_SECRET?: string;
  OIDC_ROLES_CLAIM?: string;
  TUNNELBOARD_USERS_FILE?: string;
  TUNNELBOARD_TRUSTED_PROXIES?: object;
  TUNNELBOARD_USER_HEADER?: string;
};

const OIDC_NAMES = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"] as const;

/** The access that the settings describe; `complain` is told of each that is missing or contradicts. */
export function accessOf(
  settings: Settings,
  complain: (name: keyof Settings, problem: string) => void,
): Access {
  const usersFile = settings.TUNNELBOARD_USERS_FILE ?? null;
  if (settings.TUNNELBOARD_USER_HEADER !== undefined) {
    if (settings.TUNNELBOARD_TRUSTED_PROXIES === undefined) {
      complain(
        "TUNNELBOARD_TRUSTED_PROXIES",
        "must name the proxies that TUNNELBOARD_USER_HEADER is accepted from",
      );
    }
    for (const name of [...OIDC_NAMES, "OIDC_ROLES_CLAIM"] as const) {
      if (settings[name] === undefined) continue;
      complain(name, "must be unset where TUNNELBOARD_USER_HEADER leaves sign-in to a proxy");
    }
    return { by: "proxy", userHeader: settings.TUNNELBOARD_USER_HEADER, usersFile };
  }
  const oidc = oidcOf(settings, complain);
  if (oidc === null && usersFile === null) {
    if (!isLoopbackName(settings.HOST)) {
      complain(
        "HOST",
        "must be a loopback address such as 127.0.0.1 while nobody has to sign in; for any other, configure sign-in with OIDC_ISSUER or TUNNELBOARD_USERS_FILE, or an authenticating proxy with TUNNELBOARD_USER_HEADER",
      );
    } else if (settings.SESSION_SECRET !== undefined) {
      // Whoever sets it means that people sign in: another setting may be misspelt.
      complain(
        "SESSION_SECRET",
        "is for sign-in, which is not configured: OIDC_ISSUER and TUNNELBOARD_USERS_FILE are unset",
      );
    }
    return { by: "loopback" };
  }
  if (settings.SESSION_SECRET === undefined) {
    complain(
      "SESSION_SECRET",
      "must be set for sign-in: 32 characters or more, such as openssl rand -base64 48 makes",
    );
  }
  if (settings.APP_URL === undefined && (oidc !== null || !isLoopbackName(settings.HOST))) {
    complain("APP_URL", "must be set for sign-in: the address under which users open the app");
  }
  return {
    by: "session",
    secrets: settings.SESSION_SECRET ?? [],
    appUrl: settings.APP_URL ?? null,
    oidc,
    usersFile,
  };
}

function oidcOf(
  settings: Settings,
  complain: (name: keyof Settings, problem: string) => void,
): OidcSettings | null {
  const rolesClaim = settings.OIDC_ROLES_CLAIM ?? null;
  const given = OIDC_NAMES.filter((name) => settings[name] !== undefined);
  if (given.length === 0 && rolesClaim === null) return null;
  for (const name of OIDC_NAMES) {
    if (settings[name] === undefined) {
      complain(name, "must be set too, since other OIDC_ settings are");
    }
  }
  const { OIDC_ISSUER: issuer = "", OIDC_CLIENT_ID: clientId = "" } = settings;
  return { issuer, clientId, clientSecret: settings.OIDC_CLIENT_SECRET ?? "", rolesClaim };
}
