import { hkdfSync, randomUUID } from "node:crypto";
import { EncryptJWT, type JWTPayload } from "jose";

/** What the server seals with, in one of its secrets' place (lib/server/access/sealed.ts). */
export type Seal = {
  secret: string;
  purpose?: string;
  /** From now on; of what is over, less than none. */
  seconds?: number;
  /** Named in place of the key that it is sealed with. */
  keyOf?: string;
};

/** A cookie's value as the server would seal it. */
export function sealed(claims: JWTPayload, seal: Seal): Promise<string> {
  const { secret, purpose = "session", seconds = 600, keyOf = secret } = seal;
  const kid = Buffer.from(derive(keyOf, "name", 6)).toString("base64url");
  return new EncryptJWT(claims)
    .setProtectedHeader({ alg: "dir", enc: "A256GCM", kid })
    .setAudience(purpose)
    .setIssuedAt()
    .setExpirationTime(Math.floor(Date.now() / 1000) + seconds)
    .encrypt(derive(secret, "key", 32));
}

/** What is in the session of a local account whose password hash has this salt. */
export function sessionClaims(name: string, salt: string): JWTPayload {
  const since = Math.floor(Date.now() / 1000);
  return { id: randomUUID(), by: "local", subject: name, name, roles: [], proof: salt, since };
}

function derive(secret: string, use: string, length: number): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", secret, "", `tunnelboard cookie ${use}`, length));
}
