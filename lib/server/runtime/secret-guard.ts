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

function guardText(text: string): string {
  if (holdsSecret(text)) throw new SecretLeakError("a key of the server");
  return text;
}

function guardNames(value: object): void {
  for (const [name, one] of Object.entries(value)) {
    if (SECRET_NAME.test(name) && !isPresence(one)) throw new SecretLeakError(name);
    if (typeof one === "object" && one !== null) guardNames(one);
  }
}

/** Whether there is a secret, and no more than that. */
function isPresence(value: unknown): boolean {
  if (value === null || value === undefined || typeof value === "boolean") return true;
  if (typeof value !== "object") return false;
  const entries = Object.entries(value);
  return entries.every(([name, one]) => name === "configured" && typeof one === "boolean");
}
