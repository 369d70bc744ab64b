import type { Random } from "./random";

export type Algorithms = {
  ikeVersion: string;
  ikeMode: string;
  encryption: string;
  authentication: string;
  group: string;
  ipsecGroup: string;
};

function algorithms(
  ikeVersion: string,
  [encryption, authentication, group]: readonly [string, string, string],
  ikeMode = "main",
): Algorithms {
  return { ikeVersion, ikeMode, encryption, authentication, group, ipsecGroup: group };
}

/** What gateways of the first years came with: aes, md5 or sha1, group2. */
export function oldAlgorithms(random: Random): Algorithms {
  const suite = random.weighted([
    [["aes", "sha1", "group2"] as const, 76],
    [["aes", "md5", "group2"] as const, 10],
    [["3des", "md5", "group2"] as const, 5],
    [["aes192", "sha1", "group5"] as const, 6],
    [["aes256", "sha256", "group24"] as const, 3],
  ]);
  const version = random.chance(0.85) ? "ikev1" : "ikev2";
  return algorithms(version, suite, random.chance(0.08) ? "aggressive" : "main");
}

export function modernAlgorithms(random: Random): Algorithms {
  const suite = random.weighted([
    [["aes256", "sha256", "group14"] as const, 70],
    [["aes", "sha256", "group14"] as const, 10],
    [["aes256", "sha512", "group14"] as const, 8],
    [["aes256", "sha384", "group14"] as const, 5],
    [["aes", "sha1", "group2"] as const, 7],
  ]);
  const chosen = algorithms(random.chance(0.93) ? "ikev2" : "ikev1", suite);
  return random.chance(0.05) ? { ...chosen, ipsecGroup: "disabled" } : chosen;
}

/** The national algorithms of China, on gateways of type SM only. */
export const shangMiAlgorithms = algorithms("ikev1", ["sm4", "sm3", "group2"]);

export const tripleDes = algorithms("ikev1", ["3des", "md5", "group2"]);
export const group24 = algorithms("ikev1", ["aes256", "sha256", "group24"]);
/** Not a word of the documentation; a later gateway may well bring one. */
export const unheardOf = algorithms("ikev2", ["aes256gcm16", "sha256", "group31"]);
