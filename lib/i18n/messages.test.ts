import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { LOCALES } from "@/lib/i18n/locales";
import { MESSAGES } from "@/lib/i18n/messages";
import { UPSTREAM_CODES } from "@/lib/vpn/problem";

type Tree = { [key: string]: Tree | string };

/** Every message by its dotted path. */
function flat(tree: Tree, path: string[] = []): [string, string][] {
  return Object.entries(tree).flatMap(([key, child]): [string, string][] =>
    typeof child === "string" ? [[[...path, key].join("."), child]] : flat(child, [...path, key]),
  );
}

/** The values that an ICU message takes, and its tags. Chinese has no plural, so that is no kind. */
function takes(message: string): string[] {
  const found = new Set<string>();
  let index = 0;
  const word = () => {
    const [text = ""] = /^\s*[\w=]*\s*/.exec(message.slice(index)) ?? [];
    index += text.length;
    return text.trim();
  };
  const argument = () => {
    const name = word();
    const kind = message[index] === "," ? (index++, word()) : "";
    found.add(kind === "" || kind === "plural" ? `{${name}}` : `{${name}, ${kind}}`);
    while (index < message.length && message[index] !== "}") {
      index += 1;
      word();
      if (message[index] === "{") text();
    }
    index += 1;
  };
  const text = () => {
    for (index += 1; index <= message.length && message[index] !== "}"; index += 1) {
      if (message[index] === "{") {
        index += 1;
        argument();
        index -= 1;
      }
      const tag = /^<(\w+)>/.exec(message.slice(index))?.[1];
      if (tag !== undefined) found.add(`<${tag}>`);
    }
    index += 1;
  };
  index = -1;
  text();
  return [...found].toSorted();
}

function eachTakes(messages: [string, string][]) {
  return Object.fromEntries(messages.map(([key, message]) => [key, takes(message)]));
}

const chinese = new Map(flat(MESSAGES["zh-CN"]));
const english = flat(MESSAGES.en);

describe("the messages", () => {
  it("have the same keys in both languages", () => {
    expect([...chinese.keys()].toSorted()).toEqual(english.map(([key]) => key).toSorted());
  });

  it("take the same values and tags in both languages", () => {
    expect(eachTakes([...chinese])).toEqual(eachTakes(english));
  });

  it.each(LOCALES)("in %s can all be formatted", (locale) => {
    const errors: string[] = [];
    const onError = (error: Error) => void errors.push(error.message);
    for (const [, message] of flat(MESSAGES[locale])) {
      const t = createTranslator({ locale, messages: { message }, onError });
      const values = takes(message).map((taken) =>
        taken.startsWith("<")
          ? [taken.slice(1, -1), (chunks: unknown) => String(chunks)]
          : [/\w+/.exec(taken)?.[0] ?? "", 2],
      );
      void t.rich("message", Object.fromEntries(values));
    }
    expect(errors).toEqual([]);
  });

  it("are told apart by what they take", () => {
    expect(
      takes("{count, plural, one {a <b>{name}</b>} other {#}} {kind, select, x {y} other {}}"),
    ).toEqual(["<b>", "{count}", "{kind, select}", "{name}"]);
    expect(takes("none at all")).toEqual([]);
  });

  it.each(LOCALES)("in %s are never blank and never garbled", (locale) => {
    const blank = flat(MESSAGES[locale]).filter(([, message]) => message.trim() === "");
    expect(blank).toEqual([]);
    expect(flat(MESSAGES[locale]).filter(([, message]) => message.includes("\uFFFD"))).toEqual([]);
  });

  it.each(LOCALES.flatMap((locale) => UPSTREAM_CODES.map((code) => ({ locale, code }))))(
    "in $locale name the problem $code",
    ({ locale, code }) => {
      const t = createTranslator({ locale, messages: MESSAGES[locale], namespace: "problems" });
      expect(t.has(`${code}.title`)).toBe(true);
      expect(t(`${code}.title`).length).toBeGreaterThan(1);
    },
  );

  it("are in Chinese where they are Chinese: hardly any is the English one", () => {
    const same = english.filter(([key, message]) => chinese.get(key) === message);
    expect(same.length).toBeLessThan(english.length / 5);
  });
});
