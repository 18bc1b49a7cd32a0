import { THEME_SCRIPT } from './theme';

/** Sets the chosen theme before the page is painted. `nonce` is that of the page's content security policy. */
export function ThemeScript({ nonce }: { nonce: string | undefined }) {
  return (
    <script
      nonce={nonce}
      // The browser hides the nonce from scripts after parsing, so React always finds it changed.
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of this program
      dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }}
    />
  );
}
