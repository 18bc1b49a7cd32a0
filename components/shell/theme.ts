/** What a person chose; `system` follows the device. */
export type ThemeChoice = 'light' | 'dark' | 'system';

/** Where the choice is kept in this browser. */
export const THEME_KEY = 'assent-theme';

/** The choice kept in a browser's storage; anything unknown is `system`. */
export function parseTheme(stored: string | null): ThemeChoice {
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

/**
 * Runs before the first paint, so that no page flashes in the wrong theme. It holds nothing that
 * came from a person: the stored value is compared, never written into the page.
 */
export const THEME_SCRIPT = `try{var t=localStorage.getItem('${THEME_KEY}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch(e){}`;
