/** How pages can look: as the device does, or in one way whatever the device says. */
export const themes = ["system", "light", "dark"] as const;

export type Theme = (typeof themes)[number];

/** Cookie that holds a person's own choice of theme. */
export const themeCookie = "lf_theme";

/** Chooses the theme: the cookie's, else the device's. */
export function chooseTheme(cookie: string | null): Theme {
  return themes.find((theme) => theme === cookie) ?? "system";
}
