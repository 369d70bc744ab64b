const PLACEHOLDER = /(REPLACE-[A-Z0-9-]*[A-Z0-9])/;

/** Lines whose numbers are drawn by the style sheet, so that they are not copied with the text. */
export function NumberedText({ text }: { text: string }) {
  const lines = text.replace(/\n$/, "").split("\n");
  return (
    <pre className="numbered-lines">
      <code>
        {lines.map((line, index) => (
          // A line has no other identity than its place.
          <span key={`line-${index + 1}`} className="numbered-line">
            {marked(line)}
            {"\n"}
          </span>
        ))}
      </code>
    </pre>
  );
}

/** What is to be replaced stands out. */
function marked(line: string) {
  return line.split(PLACEHOLDER).map((part, index) =>
    index % 2 === 1 ? (
      <mark key={`part-${index + 1}`} className="rounded-sm bg-degraded-wash text-degraded">
        {part}
      </mark>
    ) : (
      part
    ),
  );
}
