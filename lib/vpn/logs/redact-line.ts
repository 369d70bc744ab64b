/** Stands where something was struck out, as in the log of the server. */
export const STRUCK_OUT = "[secret]";

/** Names under which keys and tokens are written, with whatever separates them from their value. */
const NAME =
  "(?:psk|pre[-_ ]?shared[-_ ]?(?:key|secret)|shared[-_ ]?(?:key|secret)|secret(?:[-_ ]?key)?|pass(?:word|wd|phrase)|auth[-_ ]?key|private[-_ ]?key|access[-_ ]?key(?:[-_ ]?(?:id|secret))?|(?:security|access|session|sts)?[-_ ]?token|signature|authorization|credentials?|keymat|skeyid(?:_[ade])?|sk_[adeipr]{1,2})";
/** What is struck out already stays as it is. */
const VALUE = /(?!\[secret\])(?:"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|[^\s,;)\]}]+)/.source;

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
  [new RegExp(`\\b(${NAME}s?["']?\\s*(?:=>|[:=]|\\bis\\b)\\s*)${VALUE}`, "gi"), `$1${STRUCK_OUT}`],
  // ipsec.secrets and swanctl.conf: PSK "text", PSK 0sBASE64.
  [/\b(PSK\s+)(?:"[^"]*"?|'[^']*'?|0[sx]\S+)/gi, `$1${STRUCK_OUT}`],
  [/\b0[sx][A-Za-z0-9+/=]{16,}/g, STRUCK_OUT],
  [/\bLTAI[A-Za-z0-9]{8,}/g, STRUCK_OUT],
  [/\bSTS\.[A-Za-z0-9]{10,}/g, STRUCK_OUT],
  [/\beyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*)?/g, STRUCK_OUT],
  // Dumps of memory: bytes, or racoon's groups of eight digits, with what stands beside them as text.
  [/(?<![\w:])(?:[0-9a-f]{2}\s){7,}[0-9a-f]{2}\b.*/gi, STRUCK_OUT],
  [/(?<![\w:])(?:[0-9a-f]{8}\s){2,}[0-9a-f]{2,8}\b/gi, STRUCK_OUT],
  [/\b[0-9a-f]{32,}\b/gi, STRUCK_OUT],
];

/** A run as of Base64: long, and with both cases and digits in it. */
const RUN = /[A-Za-z0-9+/_-]{32,}={0,2}/g;

/** Strikes out what looks like a key or a token. */
export function redactLine(text: string): string {
  const rest = RULES.reduce((line, [pattern, by]) => line.replaceAll(pattern, by), text);
  return rest.replaceAll(RUN, (run) =>
    /[a-z]/.test(run) && /[A-Z]/.test(run) && /\d/.test(run) ? STRUCK_OUT : run,
  );
}
