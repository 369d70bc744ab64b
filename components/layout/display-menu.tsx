import { Settings2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { HeaderMenu } from "@/components/layout/header-menu";
import { type Preference, PREFERENCES, type Preferences } from "@/lib/i18n/preferences";
import { api } from "@/lib/vpn/hrefs";

/** Languages are named in themselves, for users who cannot read the other one. */
const LANGUAGES = { auto: null, en: "English", "zh-CN": "简体中文" };

/** Language, theme and shortcuts: a form per choice, so that it works without a script. */
export function DisplayMenu({ preferences }: { preferences: Preferences }) {
  const t = useTranslations("display");
  return (
    <HeaderMenu
      id="display-menu"
      label={t("label")}
      size="size-9"
      button={<Settings2 aria-hidden className="size-4" />}
    >
      <Choice name="locale" label={t("locale")} current={preferences.locale}>
        {PREFERENCES.locale.map((value) => ({
          value,
          words: LANGUAGES[value] ?? t("browserLanguage"),
          lang: LANGUAGES[value] === null ? undefined : value,
        }))}
      </Choice>
      <Choice name="theme" label={t("theme")} current={preferences.theme}>
        {PREFERENCES.theme.map((value) => ({ value, words: t(`themes.${value}`) }))}
      </Choice>
      <Choice name="density" label={t("density")} current={preferences.density}>
        {PREFERENCES.density.map((value) => ({ value, words: t(`densities.${value}`) }))}
      </Choice>
      <Choice name="shortcuts" label={t("shortcuts")} current={preferences.shortcuts}>
        {PREFERENCES.shortcuts.map((value) => ({ value, words: t(`switch.${value}`) }))}
      </Choice>
    </HeaderMenu>
  );
}

type ChoiceProps = {
  name: Preference;
  label: string;
  current: string;
  children: { value: string; words: string; lang?: string }[];
};

function Choice({ name, label, current, children: choices }: ChoiceProps) {
  return (
    <form method="post" action={api.preferences}>
      <fieldset>
        <legend className="mb-1.5 text-sm text-ink-soft">{label}</legend>
        <div className="flex flex-wrap gap-1.5">
          {choices.map(({ value, words, lang }) => (
            <button
              key={value}
              type="submit"
              name={name}
              value={value}
              lang={lang}
              aria-pressed={value === current}
              className="min-h-9 rounded-md border border-line-strong px-3 text-sm hover:bg-sunken aria-pressed:border-accent aria-pressed:bg-accent aria-pressed:font-medium aria-pressed:text-on-accent"
            >
              {words}
            </button>
          ))}
        </div>
      </fieldset>
    </form>
  );
}
