import * as fc from "fast-check";

/** Texts that would end a line, open or close a block, start a command or call for help in one of the syntaxes. */
const PIECES = [
  '"',
  "'",
  "`",
  "\n",
  "\r\n",
  "\u2028",
  "\u0000",
  "\u0003",
  "\u001A",
  "\u007F",
  "\u009A",
  "\u202E",
  "\t",
  ";",
  "}",
  "{",
  "!",
  "#",
  "?",
  "$(reboot)",
  "${x}",
  "\\",
  "|",
  "&",
  "*/",
  "<!--",
  "\nno ip routing\n",
  "\nquit\nreset saved-configuration\n",
  "\nend\nexecute factoryreset\n",
  "\nset system root-authentication plain-text-password\n",
  "'; delete vpn; '",
  '" edit 0',
  "REPLACE-PSK-1",
  "replace-outside-interface",
  // A command line that strips the eighth bit reads a question mark and Ctrl-C in these.
  "办公室ÿƒ",
  "10.0.0.0/8",
  "a",
];

export const HOSTILE: string[] = fc
  .sample(
    fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string()), { minLength: 1, maxLength: 4 }),
    {
      numRuns: 80,
      seed: 13,
    },
  )
  .map((pieces) => pieces.join(""))
  .concat(PIECES, "n".repeat(300), "");
