import "server-only";

declare global {
  var __tunnelboard: Record<string, unknown> | undefined;
}

/**
 * Declares a value that a process has once, made when it is first asked for. Next bundles a module once
 * per page and route, so module state would exist several times; globalThis does not. The name belongs
 * to the file that declares it.
 */
export function defineSingleton<Value>(name: string, make: () => Value): () => Value {
  return () => {
    const values = (globalThis.__tunnelboard ??= {});
    const known = values[name];
    if (isMade<Value>(known)) return known;
    const value = make();
    values[name] = value;
    return value;
  };
}

/** What stands under a name was put there by its one declaration, in this bundle or in another. */
function isMade<Value>(value: unknown): value is Value {
  return value !== undefined;
}
