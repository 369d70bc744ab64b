import "server-only";
import { randomBytes, scrypt, type ScryptOptions, timingSafeEqual } from "node:crypto";

type Cost = { ln: number; r: number; p: number };

/** 32 MiB and about a quarter of a second: what OWASP's cheat sheet gives for scrypt. */
const COST: Cost = { ln: 15, r: 8, p: 3 };
const KEY_BYTES = 32;

/** In the PHC string format: `$scrypt$ln=15,r=8,p=3$salt$hash`, base64 without padding. */
const FORMAT =
  /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{16,86})\$([A-Za-z0-9+/]{43})$/;

type Hash = { cost: Cost; salt: Buffer; key: Buffer };

function parseHash(text: string): Hash | null {
  const [, ln, r, p, salt, key] = FORMAT.exec(text) ?? [];
  if (salt === undefined || key === undefined) return null;
  const cost = { ln: Number(ln), r: Number(r), p: Number(p) };
  // Neither cheap to guess, nor so dear that a sign-in stops the server.
  const isSound = cost.ln >= 14 && cost.ln <= 18 && cost.r === 8 && cost.p >= 1 && cost.p <= 8;
  return isSound
    ? { cost, salt: Buffer.from(salt, "base64"), key: Buffer.from(key, "base64") }
    : null;
}

export function isPasswordHash(text: string): boolean {
  return parseHash(text) !== null;
}

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const { ln, r, p } = COST;
  const key = await derive(password, salt, COST);
  return `$scrypt$ln=${ln},r=${r},p=${p}$${plain(salt)}$${plain(key)}`;
}

/** With null, for a user that there is not, it takes as long and says no. */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  const parsed = hash === null ? null : parseHash(hash);
  const { cost, salt, key } = parsed ?? NOBODYS;
  const derived = await derive(password, salt, cost);
  return timingSafeEqual(derived, key) && parsed !== null;
}

const NOBODYS: Hash = { cost: COST, salt: randomBytes(16), key: randomBytes(KEY_BYTES) };

function derive(password: string, salt: Buffer, { ln, r, p }: Cost): Promise<Buffer> {
  const N = 2 ** ln;
  const options: ScryptOptions = { N, r, p, maxmem: 256 * N * r };
  return new Promise((resolve, reject) => {
    // One password, however a keyboard composes its letters.
    scrypt(password.normalize("NFKC"), salt, KEY_BYTES, options, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}

const plain = (bytes: Buffer) => bytes.toString("base64").replaceAll("=", "");
