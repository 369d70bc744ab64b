/** In whole characters. */
const START = /^.{0,128}/su;

/**
 * Text of somebody else for a comment: letters of any script, digits and marks that mean nothing in any of
 * the syntaxes. What could end a line, open or close a block, start a substitution (`$( )`), ask a command
 * line for help (`?`) or look like a placeholder becomes an underscore.
 */
export function commentText(text: string): string {
  const safe = text
    .replace(/[^\p{L}\p{M}\p{N} ._:/,+=@-]/gu, "_")
    .replace(/REPLACE-/gi, "REPLACE_");
  return (START.exec(safe)?.[0] ?? "").trim();
}

/**
 * A name of an object in a configuration, made of an id: a letter, then lower-case letters, digits and
 * single hyphens. Where it is too long its end is kept, in which ids differ.
 */
export function objectName(id: string, maxLength = 32): string {
  const safe = id.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  const tail = safe
    .slice(-maxLength)
    .replace(/^[^a-z]+/, "")
    .replace(/-+$/, "");
  return tail === "" ? "vpn" : tail;
}

const FQDN = /^[a-z0-9_](?:[a-z0-9._-]{0,98}[a-z0-9_])?$/i;
const EMAIL = /^[a-z0-9](?:[a-z0-9._+-]{0,62})@[a-z0-9](?:[a-z0-9.-]{0,62})$/i;

/** Written bare in every syntax. One of digits alone would be read as an address or a number. */
export function isSafeFqdn(text: string): boolean {
  return FQDN.test(text) && /[a-z]/i.test(text) && !isPlaceholderLike(text);
}

export function isSafeEmail(text: string): boolean {
  return EMAIL.test(text) && !isPlaceholderLike(text);
}

/** It would be replaced with what it looks like, the key for one. */
const isPlaceholderLike = (text: string) => /replace-/i.test(text);
