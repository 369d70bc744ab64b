import "server-only";
import { networkOf } from "@/lib/vpn/networks";

/** Rows of keyboards (English, German, French), the alphabet and the digits: read in both directions. */
const ROWS = [
  "0123456789",
  "1234567890",
  "abcdefghijklmnopqrstuvwxyz",
  "qwertyuiop",
  "qwertzuiop",
  "azertyuiop",
  "asdfghjkl",
  "qsdfghjklm",
  "zxcvbnm",
  "yxcvbnm",
  "wxcvbn",
  "1q2w3e4r5t6y7u8i9o0p",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
  "!@#$%^&*()",
].flatMap((row) => [row, Array.from(row).toReversed().join("")]);

/** What is tried first against devices and tunnels. */
const USUAL = new Set(
  `password passw0rd p@ssw0rd p@ssword password1 password123 password1234 passwd pass123 admin
  admin123 admin@123 admin1234 administrator root root123 test test123 test1234 testing changeme
  changeit letmein welcome welcome1 welcome123 default secret secret123 mysecret sharedsecret
  presharedkey pre-shared-key psk ipsec ipsecvpn vpn vpn123 vpn1234 vpnpassword cisco cisco123
  fortinet juniper huawei huawei@123 aliyun aliyun123 alibaba alibabacloud 1qaz@wsx qazwsx zaq12wsx
  iloveyou a123456 5201314`.split(/\s+/),
);

/** How keys are compared where case and spaces around them make no difference. */
export function folded(text: string): string {
  return text.trim().toLowerCase();
}

/** Whether a folded key is among the first that anybody would try, whatever it belongs to. */
export function isTrivialKey(key: string): boolean {
  const unit = unitOf(key);
  return unit.length === 1 || USUAL.has(key) || isOfRuns(unit) || networkOf(key) !== null;
}

/** What the key repeats: `123` of `123123123`; the key itself where it repeats nothing. */
function unitOf(key: string): string {
  for (let length = 1; length <= key.length / 2; length += 1) {
    if (key.startsWith(key.slice(length)) && key.length % length === 0) return key.slice(0, length);
  }
  return key;
}

const SHORTEST_RUN = 3;

/** A run, or one after another, as `abcd1234`. */
function isOfRuns(unit: string): boolean {
  if (isRun(unit)) return true;
  for (let end = SHORTEST_RUN; end <= unit.length - SHORTEST_RUN; end += 1) {
    if (isRun(unit.slice(0, end)) && isRun(unit.slice(end))) return true;
  }
  return false;
}

function isRun(text: string): boolean {
  return ROWS.some((row) => row.includes(text));
}
