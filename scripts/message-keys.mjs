import { dirname, join } from "node:path/posix";

/**
 * Which messages no source asks for, and which keys are asked for and not there. Sources are texts
 * by path. They are read by pattern, since TypeScript 7 has no parser to lend; what a pattern cannot
 * follow is reported as unused, so that nobody trusts it in silence.
 */
export function checkMessages(sources, messages) {
  const files = new Map(Object.entries(sources).map(([path, text]) => [path, readFile(text)]));
  const keys = keysOf(messages);
  const used = new Set();
  const missing = [];
  for (const [path, { calls }] of files) {
    const near = calls.length > 0 ? wordsNear(files, path) : new Set();
    for (const { namespace, parts } of calls) {
      const found = keys.filter((key) => isMeant(key, within(namespace, ""), parts, near));
      for (const key of found) used.add(key);
      // Where a variable holds the whole key, its type vouches for it.
      if (found.length === 0 && parts.join("") !== "") {
        missing.push(`${within(namespace, parts.join("${…}"))}, asked for in ${path}`);
      }
    }
  }
  return { unused: keys.filter((key) => !used.has(key)), missing };
}

function keysOf(messages, path = "") {
  return Object.entries(messages).flatMap(([key, child]) => {
    const full = within(path, key);
    return typeof child === "string" ? [full] : keysOf(child, full);
  });
}

function within(namespace, key) {
  return namespace === "" ? key : `${namespace}.${key}`;
}

/**
 * Between its parts a key has what a variable holds, and that has to be a quoted word near the
 * call. So the rows of a table and the members of a union are asked for, and nothing else is.
 */
function isMeant(key, prefix, parts, near) {
  if (!key.startsWith(prefix)) return false;
  const rest = key.slice(prefix.length);
  if (parts.length === 1) return rest === parts[0] || rest.startsWith(`${parts[0]}.`);
  const literal = parts.map((part) => part.replaceAll(/[^\w]/g, "\\$&"));
  const held = new RegExp(`^${literal.join("(.+)")}$`).exec(rest)?.slice(1) ?? [];
  return held.length > 0 && held.every((word) => near.has(word));
}

/** Of the file, of all that it imports, and of who imports it and may hand it a key. */
function wordsNear(files, path) {
  const near = new Set();
  const add = (other) => {
    if (near.has(other)) return;
    near.add(other);
    for (const imported of importsOf(files, other)) add(imported);
  };
  add(path);
  for (const other of files.keys()) {
    if (importsOf(files, other).includes(path)) near.add(other);
  }
  return new Set([...near].flatMap((other) => files.get(other).words));
}

function importsOf(files, path) {
  return files.get(path).imports.flatMap((specifier) => {
    const target = specifier.startsWith("@/") ? specifier.slice(2) : join(dirname(path), specifier);
    return [`${target}.ts`, `${target}.tsx`].filter((candidate) => files.has(candidate));
  });
}

const STRING = /"((?:\\.|[^"\\\n])*)"|'((?:\\.|[^'\\\n])*)'/;
const TEMPLATE = /`(?:\\[^]|[^`\\])*`/;
const COMMENT = /\/\*[^]*?\*\/|(?<!:)\/\/.*/;
const TOKENS = new RegExp([STRING, TEMPLATE, COMMENT].map(({ source }) => source).join("|"), "g");

/** `const t = await getTranslations("pages")`, or a parameter whose type says as much. */
const TRANSLATOR =
  /\b(\w+)\s*[=:]\s*(?:await\s+|Awaited<|ReturnType<|typeof\s+)*(?:use|get)Translations\s*[<(]\s*(?:\{[^}]*\bnamespace:\s*)?(?:"([^"]*)")?/g;

/** Translators that a table hands to its rows, and whose words they are: `t: ConnectionWords`. */
const HANDED_ON = /\b(\w+)\s*[=:]\s*(?:use)?ConnectionWords\b/g;
const WORDS_OF_HANDED_ON = "connections";

function translatorsIn(text) {
  const own = [...text.matchAll(TRANSLATOR)].map(({ 1: name, 2: namespace = "", index }) => ({
    name,
    namespace,
    index,
  }));
  const handedOn = [...text.matchAll(HANDED_ON)].map(({ 1: name, index }) => ({
    name,
    namespace: WORDS_OF_HANDED_ON,
    index,
  }));
  return [...own, ...handedOn].toSorted((one, other) => one.index - other.index);
}

function readFile(withComments) {
  const text = withComments.replaceAll(TOKENS, (token) => (token.startsWith("/") ? "" : token));
  const imports = [...text.matchAll(/\b(?:from|import)[\s(]*"(@\/[^"]+|\.[^"]+)"/g)];
  const translators = translatorsIn(text);
  const names = [...new Set(translators.map(({ name }) => name))];
  return {
    imports: imports.map(([, specifier]) => specifier),
    calls: names.flatMap((name) => callsOf(name, text, translators)),
    words: wordsOf(names.reduce(withoutPlainKeys, text)),
  };
}

function callOf(name) {
  return `(?<![\\w.$])${name}(?:\\.(?:rich|markup|raw|has))?\\(`;
}

/** Each call belongs to the translator of its name that was declared last before it. */
function callsOf(name, text, translators) {
  return [...text.matchAll(new RegExp(callOf(name), "g"))].flatMap(({ 0: head, index }) => {
    const owner = translators.findLast((one) => one.name === name && one.index < index);
    const keys = owner ? keysAskedFor(argumentAt(text, index + head.length)) : [];
    return keys.map((parts) => ({ namespace: owner.namespace, parts }));
  });
}

/** `t("status")` asks for that one key; it does not make "status" a value of somebody's variable. */
function withoutPlainKeys(text, name) {
  return text.replaceAll(new RegExp(`${callOf(name)}\\s*"[^"]*"`, "g"), "");
}

/** All that is quoted, but for names of properties picked out of a type: those are nobody's values. */
function wordsOf(text) {
  return [...text.replaceAll(/\b(?:Pick|Omit)<[^>]*>/g, "").matchAll(TOKENS)].map(
    ([token, double, single]) => double ?? single ?? token.slice(1, -1),
  );
}

/** A key as its parts: between them are variables, and a key that is all variable has two empty ones. */
function keysAskedFor(argument) {
  const whole = new RegExp(`^(?:${STRING.source})$`).exec(argument);
  if (whole) return [[whole[1] ?? whole[2]]];
  const templates = templatesIn(argument);
  if (templates[0] === argument) return [partsOf(argument)];
  return [...templates.map(partsOf), ["", ""]];
}

/** The first argument of a call, from behind its bracket. */
function argumentAt(text, start) {
  let end = start;
  while (end < text.length && !",)".includes(text[end])) end = afterToken(text, end);
  return text.slice(start, end).trim();
}

function templatesIn(text) {
  const found = [];
  let at = 0;
  while (at < text.length) {
    const end = "([{".includes(text[at]) ? at + 1 : afterToken(text, at);
    if (text[at] === "`") found.push(text.slice(at, end));
    at = end;
  }
  return found;
}

function partsOf(template) {
  const parts = [];
  let from = 1;
  let at = 1;
  while (at < template.length - 1) {
    if (!template.startsWith("${", at)) {
      at += 1;
      continue;
    }
    parts.push(template.slice(from, at));
    at = afterToken(template, at + 1);
    from = at;
  }
  return [...parts, template.slice(from, -1)];
}

/** Where a string, a template, a pair of brackets or a mere character ends. */
function afterToken(text, at) {
  const opening = text[at];
  if (!"\"'`([{".includes(opening)) return at + 1;
  const isText = "\"'`".includes(opening);
  let end = at + 1;
  while (end < text.length && !(isText ? opening : ")]}").includes(text[end])) {
    if (text[end] === "\\") end += 2;
    else if (opening === "`" && text.startsWith("${", end)) end = afterToken(text, end + 1);
    else end = isText ? end + 1 : afterToken(text, end);
  }
  return end + 1;
}
