"use client";

import { useRouter } from "next/navigation";
import { type ComponentProps, type SubmitEvent, useEffect, useRef } from "react";
import { OPEN_UNFOLDING } from "@/components/list/open-unfolding";
import { queryStringOf } from "@/lib/vpn/query-string";

type Props = Omit<ComponentProps<"form">, "action" | "method" | "onSubmit"> & {
  action: string;
  /** Names of fields in the order of the addresses, so that one view has one address. */
  order: string[];
  /** The field whose values the address joins by commas. */
  joined?: string;
  /** The address that the fields now show; they are set anew when it changes. */
  shows: string;
};

/** A GET form that leaves empty fields out of the address, and the page in place, where it can. */
export function GetForm({ action, order, joined, shows, ...props }: Props) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const shown = useRef(shows);
  const sent = useRef(new Map<HTMLInputElement, string>());

  useEffect(() => {
    // Not at the start: a user may have typed before the script was there.
    if (form.current === null || shown.current === shows) return;
    shown.current = shows;
    // What was typed on since the form was sent is not lost.
    const typedOn = [...sent.current].map(([field, value]) => [field, value, field.value] as const);
    form.current.reset();
    for (const [field, value, now] of typedOn) if (now !== value) field.value = now;
    sent.current.clear();
  }, [shows]);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    for (const field of event.currentTarget.elements) {
      if (field instanceof HTMLInputElement) sent.current.set(field, field.value);
    }
    const given = new FormData(event.currentTarget);
    const fields = order.flatMap((name) => {
      const values = given
        .getAll(name)
        .map((value) => (typeof value === "string" ? value.trim() : ""));
      const filled = [...new Set(values)].filter((value) => value !== "");
      const all = name === joined && filled.length > 0 ? [filled.join(",")] : filled;
      return all.map((value) => [name, value]);
    });
    const href = `${action}${queryStringOf(new URLSearchParams(fields))}`;
    foldAround(event.currentTarget);
    // Nothing new was asked for, so nothing will set the fields anew.
    if (href === shows) event.currentTarget.reset();
    else router.push(href);
  }

  return (
    <form ref={form} method="get" action={action} autoComplete="off" onSubmit={submit} {...props} />
  );
}

/** What unfolded for the form's fields, or with the form in it, would lie over what was asked for. */
function foldAround(form: HTMLFormElement) {
  const fold = form.querySelector(OPEN_UNFOLDING) ?? form.closest(OPEN_UNFOLDING);
  const hadFocus = fold?.contains(document.activeElement) ?? false;
  fold?.removeAttribute("open");
  if (hadFocus) fold?.querySelector("summary")?.focus();
}
