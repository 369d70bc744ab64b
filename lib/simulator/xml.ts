import { isObject } from "./wire-value";

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

function scalar(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? "");
}

function element(name: string, value: unknown): string {
  // A list has no element of its own: its key is repeated, once for each item.
  if (Array.isArray(value)) return value.map((item) => element(name, item)).join("");
  const content = isObject(value)
    ? Object.entries(value)
        .map(([key, child]) => element(key, child))
        .join("")
    : scalar(value);
  return `<${name}>${content}</${name}>`;
}

export function toXml(root: string, body: unknown): string {
  return `<?xml version='1.0' encoding='UTF-8'?>${element(root, body)}`;
}
