import { expect, it } from "vitest";
import { toXml } from "./xml";

it("repeats the element of a list's key, nests objects and escapes text", () => {
  const body = { Total: 2, Items: { Item: [{ Name: "<R&D>", On: true }, { Name: `"'` }] }, No: [] };
  expect(toXml("Answer", body)).toBe(
    "<?xml version='1.0' encoding='UTF-8'?><Answer><Total>2</Total><Items>" +
      "<Item><Name>&lt;R&amp;D&gt;</Name><On>true</On></Item>" +
      "<Item><Name>&quot;&apos;</Name></Item></Items></Answer>",
  );
});
