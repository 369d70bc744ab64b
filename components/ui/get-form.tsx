"use client";

import { useRouter } from "next/navigation";
import { type ComponentProps, type SubmitEvent, useEffect, useRef } from "react";

type Props = Omit<ComponentProps<"form">, "action" | "method" | "onSubmit"> & {
  action: string;
  /** The address that the fields now show; they are set anew when it changes. */
  shows: string;
};

/** A GET form that leaves empty fields out of the address, and the page in place, where it can. */
export function GetForm({ action, shows, ...props }: Props) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const shown = useRef(shows);
  useEffect(() => {
    // Not at the start: a reader may have typed before the script was there.
    if (shown.current === shows) return;
    shown.current = shows;
    form.current?.reset();
  }, [shows]);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = [...new FormData(event.currentTarget)].flatMap(([name, value]) =>
      typeof value === "string" && value.trim() !== "" ? [[name, value.trim()]] : [],
    );
    const query = new URLSearchParams(fields).toString();
    router.push(query === "" ? action : `${action}?${query}`);
  }

  return <form ref={form} method="get" action={action} onSubmit={submit} {...props} />;
}
