import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** False in the server's HTML and while React takes it over, true after. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
