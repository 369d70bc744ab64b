import "server-only";
import { holdsSecret } from "@/lib/server/runtime/known-secrets";

/** Something that must stay on the server was about to leave it: a fault of ours, which ends the answer. */
export class SecretLeakError extends Error {
  override name = "SecretLeakError" as const;
}

/** Under such a name only whether there is a secret may stand. */
const SECRET_NAME =
  /psk|pre_?shared|auth_?key|secret|password|passphrase|private_?key|access_?key|certificate$|token$/i;

/** Answers that have been looked at: the same one serves many users. */
const sound = new WeakSet<object>();

/** Lets an answer pass that is about to be sent, in whatever form. Throws SecretLeakError. */
export function guarded<Answer>(answer: Answer): Answer {
  if (typeof answer !== "object" || answer === null || sound.has(answer)) return answer;
  guardedJson(answer);
  sound.add(answer);
  return answer;
}

/** The answer as JSON. Throws SecretLeakError. */
export function guardedJson(answer: object): string {
  guardNames(answer);
  return guardText(JSON.stringify(answer));
}

/** Values whose names have been looked at, which do not change: connections are in many files. */
const soundNames = new WeakSet<object>();

/** Each of the values as JSON. Throws SecretLeakError. */
export function guardedLines(values: readonly object[]): string[] {
  for (const value of values) {
    if (!soundNames.has(value)) guardNames(value);
    soundNames.add(value);
  }
  const lines = values.map((value) => JSON.stringify(value));
  guardText(lines.join("\n"));
  return lines;
}

/** Text that is about to be sent. Throws SecretLeakError. */
export function guardText(text: string): string {
  if (holdsSecret(text)) throw new SecretLeakError("a key of the server");
  return text;
}

function guardNames(value: object): void {
  for (const [name, one] of Object.entries(value)) {
    if (isSecretName(name) && !isPresence(one)) throw new SecretLeakError(name);
    if (typeof one === "object" && one !== null) guardNames(one);
  }
}

/** By name: they are the fields of our types, a hundred of them a thousand times over. */
const secretNames = new Map<string, boolean>();

function isSecretName(name: string): boolean {
  const isSecret = secretNames.get(name) ?? SECRET_NAME.test(name);
  secretNames.set(name, isSecret);
  return isSecret;
}

/** Whether there is a secret, and no more than that. */
function isPresence(value: unknown): boolean {
  if (value === null || value === undefined || typeof value === "boolean") return true;
  if (typeof value !== "object") return false;
  const entries = Object.entries(value);
  return entries.every(([name, one]) => name === "configured" && typeof one === "boolean");
}
