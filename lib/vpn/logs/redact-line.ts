/** Stands where something was struck out, as in the log of the server. */
export const STRUCK_OUT = "[secret]";

/** Names of keys that a daemon's lines hold, or hold the value of. */
const KEY_NAME =
  "(?:psk(?:ey)?|(?:pre[-_ ]?)?shared(?:[-_ ]?(?:key|secret))?|secret(?:[-_ ]?key)?|pass(?:word|wd|phrase)|auth[-_ ]?key|private[-_ ]?key|access[-_ ]?key(?:[-_ ]?(?:id|secret))?|(?:security|access|session|sts)?[-_ ]?token)";
/** These too, but as plain words they stand in harmless lines: only a sign makes what follows their value. */
const SIGNED_NAME = `(?:${KEY_NAME}|signature|authorization|credentials?|keymat|skeyid(?:_[ade])?|sk_[adeipr]{1,2})`;
const QUOTED = /"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?/.source;
/** What is struck out already stays as it is. */
const VALUE = `(?!\\[secret\\])(?:${QUOTED}|[^\\s,;)\\]}]+)`;

/** Between the name of a key and its value: "psk was set to x". */
const FILLERS =
  "(?:is|was|value|text|string|set|to|as|configured|used|entered|given|received|loaded|sent)";
/** What else follows the name of a key in a sentence. Any other word is taken for the key. */
const PLAIN_WORDS = [
  "a|after|all|an|and|any|are|at|auth|authentication|based|be|because|been|before|but|by|can|cannot|changed|check",
  "could|couldn't|did|didn't|differ|differs|disabled|do|does|doesn't|don't|empty|enabled|error|exchange|exists|expired",
  "failed|failure|file|files|for|found|from|giving|had|has|have|id|ids|in|incorrect|invalid|it|key|keys|length|lookup",
  "match|matched|matches|matching|may|method|methods|might|mismatch|mismatched|mismatches|missing|mode|must|no|none",
  "not|of|on|only|or|payload|peer|psk|rejected|required|secret|secrets|shall|should|succeeded|successful|successfully",
  "that|the|they|this|too|type|unavailable|unknown|using|validation|verification|verified|were|when|which|while|will",
  "with|without|wrong",
].join("|");
/** One that is none of these, and does not begin as racoon's "[{remote id:4}]" does. */
const UNPLAIN_VALUE = `(?!(?:${PLAIN_WORDS}|${FILLERS})(?:[\\s.,;:!?)\\]}'"]|$))(?![([{<])${VALUE}`;

type Rule = [pattern: RegExp, by: string];

/**
 * What looks like a key or a token, the surest signs first. Cookies and SPIs of IKE are 8 or 16 hexadecimal digits, ids
 * of Alibaba's have lower case only, proposals upper case only: these stay, since an admin compares them.
 */
const RULES: Rule[] = [
  [/-----BEGIN [A-Z ]+-----.*?(?:-----END [A-Z ]+-----|$)/g, STRUCK_OUT],
  // What follows the question mark of an address, and what stands before its host.
  [/(\bhttps?:\/\/)[^\s/?#@]+@/gi, `$1${STRUCK_OUT}@`],
  [/(\bhttps?:\/\/[^\s?]*\?)\S+/gi, `$1${STRUCK_OUT}`],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]{6,}/gi, `$1 ${STRUCK_OUT}`],
  // An id, and the secret that stands beside it.
  [/\bLTAI[A-Za-z0-9]{8,}(?:["',;:/\s]{1,3}[A-Za-z0-9+/=]{20,})?/g, STRUCK_OUT],
  [new RegExp(`(${SIGNED_NAME}s?["']?\\s*(?:=>|->|[:=])\\s*)${VALUE}`, "gi"), `$1${STRUCK_OUT}`],
  // "shared key for 10.0.0.1: x"
  [
    new RegExp(
      `(${KEY_NAME}s?\\s+(?:for|of)\\s+\\S+?(?:\\s+is|\\s*[:=])\\s+)${UNPLAIN_VALUE}`,
      "gi",
    ),
    `$1${STRUCK_OUT}`,
  ],
  // "psk x", "pre-shared key 'x'", "password is x"; not the name of a file, as in /etc/ipsec.secrets.
  [
    new RegExp(
      `(?<![A-Za-z0-9./])(${KEY_NAME}s?(?:["']?(?:\\s+${FILLERS})*\\s+(?:[-–|>]+\\s+)?[([<]*|[([{<]+|(?=["'][^\\s"'])))${UNPLAIN_VALUE}`,
      "gi",
    ),
    `$1${STRUCK_OUT}`,
  ],
  [/\b0[sx][A-Za-z0-9+/=]{16,}/g, STRUCK_OUT],
  [/\bSTS\.[A-Za-z0-9]{10,}/g, STRUCK_OUT],
  [/\beyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*)?/g, STRUCK_OUT],
  // Dumps of memory: bytes, or racoon's groups of eight digits, with what stands beside them as text.
  [/(?<![\w:])(?:[0-9a-f]{2}\s){7,}[0-9a-f]{2}\b.*/gi, STRUCK_OUT],
  [/(?<![\w:])(?:[0-9a-f]{8}\s){2,}[0-9a-f]{2,8}\b/gi, STRUCK_OUT],
  [/\b[0-9a-f]{32,}\b/gi, STRUCK_OUT],
];

/** Runs as of Base64, with both cases and digits in them: shorter ones without what joins the words of a name. */
const RUNS = /[A-Za-z0-9+/_-]{32,}={0,2}|[A-Za-z0-9+/]{24,}={0,2}/g;

/** Strikes out what looks like a key or a token. */
export function redactLine(text: string): string {
  const rest = RULES.reduce((line, [pattern, by]) => line.replaceAll(pattern, by), text);
  return rest.replaceAll(RUNS, (run) =>
    /[a-z]/.test(run) && /[A-Z]/.test(run) && /\d/.test(run) ? STRUCK_OUT : run,
  );
}
