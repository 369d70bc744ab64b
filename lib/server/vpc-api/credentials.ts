import "server-only";
import { DefaultCredentialsProvider } from "@alicloud/credentials";
import { defineSingleton } from "@/lib/server/runtime/singleton";
import { registerSecrets } from "@/lib/server/runtime/known-secrets";
import { VpcApiError } from "@/lib/server/vpc-api/errors";

export type Credentials = {
  accessKeyId?: string;
  accessKeySecret?: string;
  securityToken?: string;
};
type Provider = { getCredentials: () => Promise<Credentials> };
export type CredentialsSource = Provider & {
  /** Drops the chain, so that a key replaced in a file is read after the API has refused the old one. */
  forget: () => void;
  /** The parts of the account's key as it was last read: nobody may see a text that holds one. */
  known: () => string[];
};

/**
 * The account's default chain, made safe: one call at a time, since parallel cold calls of the
 * library fail at random, and a new chain after a failure, since a failed one never recovers.
 * The library's messages can hold whole files, so they end here.
 */
export function createCredentialsSource(
  build: () => Provider = () => DefaultCredentialsProvider.builder().build(),
): CredentialsSource {
  let provider: Provider | null = null;
  let known: string[] = [];
  let inFlight: Promise<Credentials> | null = null;

  async function fetchOnce(): Promise<Credentials> {
    try {
      provider ??= build();
      const credentials = await provider.getCredentials();
      // pop-core would send the request unsigned.
      if (!credentials.accessKeyId || !credentials.accessKeySecret) throw new Error("empty");
      known = [
        credentials.accessKeyId,
        credentials.accessKeySecret,
        credentials.securityToken ?? "",
      ];
      return credentials;
    } catch {
      provider = null;
      throw new VpcApiError("not_configured");
    }
  }

  return {
    getCredentials() {
      inFlight ??= fetchOnce().finally(() => {
        inFlight = null;
      });
      return inFlight;
    },
    forget() {
      provider = null;
    },
    known: () => known,
  };
}

/** The process's own. */
export const credentials = defineSingleton("credentials", () => {
  const source = createCredentialsSource();
  registerSecrets(() => source.known());
  return source;
});
