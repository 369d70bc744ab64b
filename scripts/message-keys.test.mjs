import { describe, expect, it } from "vitest";
import { checkMessages } from "./message-keys.mjs";

const check = (messages, sources) => checkMessages(sources, messages);

describe("a message", () => {
  it("that is asked for by name is used, in the namespace of the last translator before", () => {
    const text = `
      import { useTranslations } from "next-intl";
      function One() {
        const t = useTranslations("one");
        return t("title") + t.rich("rich", { b: (chunks) => chunks });
      }
      async function Two() {
        const t = await getTranslations("two.deep");
        const tOne = useTranslations("one");
        return [t(
          "title",
        ), tOne("other")];
      }
      async function All() {
        const t = await getTranslations({ locale, namespace: "three" });
        const all = useTranslations();
        return t("title") + all("four");
      }`;
    const texts = { title: "x", rich: "x", other: "x" };
    const messages = { one: texts, two: { deep: texts }, three: texts, four: "x", five: "x" };
    expect(check(messages, { "app/page.tsx": text })).toEqual({
      unused: ["two.deep.rich", "two.deep.other", "three.rich", "three.other", "five"],
      missing: [],
    });
  });

  it("that is not there is named with the file that asks", () => {
    const text = 'const t = useTranslations("one"); t("there"); t("gone"); t(`gone.${which}`);';
    expect(check({ one: { there: "x" } }, { "app/a.tsx": text }).missing).toEqual([
      "one.gone, asked for in app/a.tsx",
      "one.gone.${…}, asked for in app/a.tsx",
    ]);
  });

  it("is not asked for by a comment, by another function, or in another namespace", () => {
    const text = `
      const t = useTranslations("one");
      // t("comment") /* t("comment") */
      /* t("comment") */
      format("other"); at("other"); props.t("other"); const url = "https://x"; t("used");`;
    const messages = { one: { comment: "x", other: "x", used: "x" }, two: { used: "x" } };
    const { unused } = check(messages, { "app/a.tsx": text });
    expect(unused).toEqual(["one.comment", "one.other", "two.used"]);
  });

  it("may be asked for as a whole branch, and through a parameter of the translator's type", () => {
    const text = `
      function show(t: ReturnType<typeof useTranslations<"one">>) { return t.raw("branch"); }
      function other(t: Awaited<ReturnType<typeof getTranslations<"two">>>) { return t("a"); }`;
    const messages = { one: { branch: { a: "x", b: "x" }, rest: "x" }, two: { a: "x" } };
    expect(check(messages, { "lib/a.ts": text }).unused).toEqual(["one.rest"]);
  });
});

describe("a key with a variable", () => {
  const table = `
    import { Row, type Field } from "@/components/row";
    export const FIELDS: Field[] = [{ name: "psk" }, { name: "spec" }];`;
  const row = `
    import { VERDICTS } from "@/lib/verdicts";
    const t = useTranslations("fields");
    const a = t(\`\${name}.label\`), b = t(\`\${name}.\${kind === "x" ? \`ex\${"plain"}\` : other}\`);
    const c = useTranslations("verdict");
    c(verdict);`;
  const sources = {
    "components/table.tsx": table,
    "components/row.tsx": row,
    "lib/verdicts.ts": 'export * from "./words"; type Kind = "explain" | "hint";',
    "lib/words.ts": "export const VERDICTS = [\"up\", 'down'];",
    "lib/elsewhere.ts": 'export const FAR = ["spare", "lost"]; type X = { lost: 1 };',
  };
  const field = { label: "x", explain: "x" };

  it("may be asked for through the words that a table hands to its rows", () => {
    const sources = {
      "components/words.ts": 'const t = useTranslations("connections"); t(key);',
      "components/table.tsx": 'const t = useConnectionWords(); t("title");',
      "components/row.tsx":
        "function Row({ t }: { t: ConnectionWords }) { return t(`is.${state}`); } const state = 'up';",
    };
    const messages = { connections: { title: "x", is: { up: "x", down: "x" } } };
    expect(check(messages, sources)).toEqual({ unused: ["connections.is.down"], missing: [] });
  });

  it("is used where its values are quoted: in the file, in an importer, in what is imported", () => {
    const messages = { fields: { psk: field, spec: field }, verdict: { up: "x", down: "x" } };
    expect(check(messages, sources)).toEqual({ unused: [], missing: [] });
  });

  it("is unused where none of its values is near, as for a row that left the table", () => {
    const messages = {
      fields: { psk: field, spare: field, spec: { label: "x", other: "x" } },
      verdict: { up: "x", lost: "x" },
    };
    expect(check(messages, sources).unused).toEqual([
      "fields.spare.label",
      "fields.spare.explain",
      "fields.spec.other",
      "verdict.lost",
    ]);
  });

  it("does not take a plain key, a comment or a property picked out of a type for a value", () => {
    const text = `
      const t = useTranslations("fields"), tOther = useTranslations("other");
      // "comment"
      type Some = Pick<Thing, "picked" | "too">;
      t(name); tOther("plain"); tOther.rich("plain");`;
    const messages = {
      fields: { comment: "x", picked: "x", too: "x", plain: "x" },
      other: { plain: "x" },
    };
    expect(check(messages, { "components/a.tsx": text }).unused).toEqual([
      "fields.comment",
      "fields.picked",
      "fields.too",
      "fields.plain",
    ]);
  });

  it("may be one of several that a condition chooses from", () => {
    const text = `
      const t = useTranslations("one");
      t(mode === "on" && isGood(mode, ")") ? "good.on" : \`bad.\${mode}\`, { a: "free" });
      type Mode = "on" | "off";`;
    const messages = {
      one: { good: { on: "x", off: "x" }, bad: { on: "x", off: "x", neither: "x" } },
    };
    const { unused } = check(messages, { "components/a.tsx": text });
    expect(unused).toEqual(["one.good.off", "one.bad.neither"]);
  });
});
