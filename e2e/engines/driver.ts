/** What the walk asks of a browser. Selectors are CSS, addresses are paths of the app. */
export type Driver = {
  open: (address: string) => Promise<void>;
  /** The width of the window's inside. */
  resize: (width: number) => Promise<void>;
  /** The value of an expression in the page. */
  textOf: (expression: string) => Promise<string>;
  /** With the mouse. */
  click: (selector: string) => Promise<void>;
  /** With the keyboard; a line's end is the Enter key. */
  type: (selector: string, text: string) => Promise<void>;
  /** Errors in the browser's own console since this was last asked for, where it tells of them. */
  consoleErrors: () => string[];
  close: () => Promise<void>;
};

export const HEIGHT = 900;
