import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { api } from "@/lib/vpn/hrefs";

const BOX =
  "mt-1 min-h-11 w-full rounded-md border border-line-strong bg-surface px-3 py-1 text-base text-ink";

type Props = {
  returnTo: string;
  /** Stands in the form already. */
  user: string;
  /** Whether it is the only way in. */
  isMain: boolean;
};

export function PasswordForm({ returnTo, user, isMain }: Props) {
  const t = useTranslations("signIn");
  return (
    <form method="post" action={api.signIn()} className="space-y-4">
      <input type="hidden" name="returnTo" value={returnTo} />
      <label className="block text-sm text-ink-soft">
        {t("user")}
        <input
          name="user"
          defaultValue={user}
          required
          maxLength={100}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          className={BOX}
        />
      </label>
      <label className="block text-sm text-ink-soft">
        {t("password")}
        <input
          name="password"
          type="password"
          required
          maxLength={500}
          autoComplete="current-password"
          className={BOX}
        />
      </label>
      <button
        type="submit"
        className={`${buttonClass(isMain ? "primary" : "quiet")} min-h-11! w-full justify-center`}
      >
        {t("submit")}
      </button>
    </form>
  );
}
