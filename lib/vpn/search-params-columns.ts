import { createParser } from "nuqs/server";
import { columnsText, knownColumns, strictColumns } from "@/lib/vpn/columns";

/** Names that a page does not know are passed over, as those of a newer version are. */
export const pageColumns = <Name extends string>(known: readonly Name[]) =>
  createParser({
    parse: (text) => {
      const columns = knownColumns(known, text);
      return columns.length > 0 ? columns : null;
    },
    serialize: columnsText,
  });

export const apiColumns = <Name extends string>(known: readonly Name[]) =>
  createParser({ parse: (text) => strictColumns(known, text), serialize: columnsText });
