import { describe, expect, it } from "vitest";
import { LINE_KEYWORDS } from "@/lib/vpn/logs/line-keywords";
import { redactLine } from "@/lib/vpn/logs/redact-line";

const KEY = "Zq8-vXw4Lm2p";

describe("what looks like a key or a token is struck out", () => {
  it.each([
    `psk=${KEY}`,
    `psk ${KEY}`,
    `PSK ${KEY} is wrong`,
    `password ${KEY} wrong`,
    `pre-shared key '${KEY}' loaded`,
    `pre-shared key "${KEY} with blanks" loaded`,
    `pre-shared key'${KEY}'`,
    `shared ${KEY} is used`,
    `shared key [${KEY}]`,
    `psk(${KEY})`,
    `pre-shared key (${KEY}) rejected`,
    `the password was set to ${KEY}`,
    `psk value ${KEY}`,
    `secret - ${KEY}`,
    `loaded shared key for 10.0.0.1: ${KEY}`,
    `pre-shared key for 2001:db8::1 is ${KEY}`,
    `IKE_PSK ${KEY}`,
    `Tunnel1Psk=${KEY}`,
    `couldn't use pskey ${KEY}`,
    `token ${KEY} expired`,
    `PSK: "${KEY} with blanks"`,
    `pre-shared key: '${KEY}'`,
    `preshared_key = ${KEY}, peer 10.0.0.1`,
    `shared secret => ${KEY}`,
    `the secret is ${KEY}`,
    `{"Psk":"${KEY}","IkeVersion":"ikev2"}`,
    `%any 10.0.0.1 : PSK "${KEY}"`,
    `10.0.0.1 : PSK 0s${KEY.replaceAll("-", "")}==`,
    `password:${KEY}`,
    `BGP auth_key=${KEY}`,
    `AccessKeySecret=${KEY}`,
    `SecurityToken: ${KEY}`,
    `Authorization: Bearer ${KEY}`,
    `SK_d secret => ${KEY}`,
    `keymat: ${KEY}`,
    `GET https://oss.example.com/log?OSSAccessKeyId=x&Signature=${KEY}&Expires=1`,
    `fetching https://admin:${KEY}@10.0.0.1/crl`,
    `-----BEGIN PRIVATE KEY----- ${KEY} -----END PRIVATE KEY-----`,
    `-----BEGIN RSA PRIVATE KEY----- ${KEY}`,
  ])("%s", (line) => {
    const shown = redactLine(line);
    expect(shown).not.toContain(KEY);
    expect(shown).not.toContain(KEY.replaceAll("-", ""));
    expect(shown).toContain("[secret]");
  });

  it.each([
    ["an AccessKey id", "called with LTAI5tQnKgLmPqRsTuVwXyZ1", "LTAI5tQnKgLmPqRsTuVwXyZ1"],
    [
      "an AccessKey secret beside its id",
      "AccessKeySecret LTAI5tQnKgLmPqRsTuVwXyZ1 abcdefghijklmnopqrstuvwxyzabcd",
      "abcdefghijklmnopqrstuvwxyzabcd",
    ],
    [
      "an AccessKey secret alone",
      "got k3JqZ9mVb2XwT7LpR5sNc8HdY1fGuA",
      "k3JqZ9mVb2XwT7LpR5sNc8HdY1fGuA",
    ],
    ["a key that is a short plain word", "psk short wrong", "short"],
    ["a temporary AccessKey id", "STS.NUgYrLnoC37mZZCNnAbez now", "NUgYrLnoC37mZZCNnAbez"],
    ["a JSON web token", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl", "eyJzdWIiOiIxIn0"],
    ["a hash", "hash 5f4dcc3b5aa765d61d8327deb882cf99", "5f4dcc3b5aa765d61d8327deb882cf99"],
    [
      "a long Base64 run",
      "got c2VjcmV0LUtleS1tYXRlcmlhbC0xMjM0NTY3ODkw==",
      "c2VjcmV0LUtleS1tYXRlcm",
    ],
    ["bytes of memory", "   0: 5A 71 38 2D 76 58 77 34 4C 6D  Zq8-vXw4Lm", "Zq8-vXw4Lm"],
    ["racoon's groups of digits", "de4a39e6 2d14f2a1 99ab10cd 5512", "2d14f2a1"],
  ])("%s", (_name, line, secret) => {
    expect(redactLine(line)).not.toContain(secret);
  });
});

describe("what an admin compares stays", () => {
  it.each([
    "2026-01-13 11:39:21 vco-bp1spxu8hlcvpd7ry9k4q [PROTO_ERR]: ikev1.c:1433:isakmp_ph1resend(): phase1 negotiation failed due to time up. [{remote id:4}{ph1: 172.16.0.88[500] <=> 192.168.0.206[500], 172.16.0.88 <=> 192.168.0.206}]",
    "ISAKMP-SA established 10.0.0.1[500]-10.0.0.2[500] spi:1a2b3c4d5e6f7081:2b3c4d5e6f708192",
    "CHILD_SA tun-1{4} established with SPIs cf4973bf_i c1cbfdf2_o and TS 10.1.0.0/16 === 10.2.0.0/16",
    "received unknown vendor ID: fb:1d:e3:cd:f3:41:b7:ea:16:b7:e5:be:08:55:f1:20",
    "configured proposals: IKE:AES_CBC_256/HMAC_SHA2_256_128/PRF_HMAC_SHA2_256/MODP_2048/NO_EXT_SEQ",
    "mismatch of preshared secrets",
    "pre-shared keys do not match",
    "pre-shared key is not configured",
    "pre-shared key (PSK) authentication failed",
    "the psk is wrong",
    "Aggressive Mode PSK disabled for security reasons",
    "found 1 matching config, but none allows pre-shared key authentication using Main Mode",
    "loading secrets from '/etc/ipsec.secrets'",
    "loaded IKE secret for 10.0.0.1 10.0.0.2",
    "loaded IKE shared key with id 'ike-1' for: '10.0.0.1'",
    "unloaded shared key with id 'ike-1'",
    "tried 2 shared keys for '10.0.0.1' - '10.0.0.2', but MAC mismatched",
    "try to get pskey by the peer's address.",
    "the psk found.",
    "couldn't find the pskey for 10.0.0.2.",
    "no preshared key configured for address 10.0.0.2",
    "/etc/racoon/psk.txt has strange owner id",
    "opening '/etc/ipsec.secrets' failed: No such file or directory",
    "no private key found for 'branch.example.com'",
    "authentication of 'branch.example.com' with RSA signature successful",
    "signature validation failed, looking for another key",
    "failed to get the pre-shared key from local file",
    "using configured identity Branch-Office-Frankfurt-No-2",
    "couldn't find the proper pskey.",
    "no shared key found for '10.0.0.1' - '10.0.0.2'",
    "tried 1 shared key for '10.0.0.1' - '10.0.0.2', but MAC mismatched",
    "authentication of 'branch.example.com' with pre-shared key successful",
    "invalid HASH_V1 payload length, decryption failed?",
    "request CF161502-4959-5C3B-B499-09B87BA931D9",
    "IPsec-SA established: ESP/Tunnel 10.0.0.1[500]->10.0.0.2[500] spi=196608(0x30000)",
    "10.0.0.1 2001:db8:85a3:8d3:1319:8a2e:370:7348 fe80::1",
  ])("%s", (line) => {
    expect(redactLine(line)).toBe(line);
  });

  it.each(LINE_KEYWORDS)("%s, which is explained", (keyword) => {
    const line = `09[IKE] <x|1> ${keyword.replace("…", "10.0.0.1")} [{remote id:4}{ph1: x}]`;
    expect(redactLine(line)).toBe(line);
  });
});
