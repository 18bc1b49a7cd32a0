'use client';

import { useSyncExternalStore } from 'react';
import { parseTheme, THEME_KEY, type ThemeChoice } from './theme';

const CHANGED = 'assent-theme-changed';

function read(): ThemeChoice {
  try {
    return parseTheme(localStorage.getItem(THEME_KEY));
  } catch {
    return 'system';
  }
}

function apply(choice: ThemeChoice): void {
  if (choice === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = choice;
}

function subscribe(listener: () => void): () => void {
  const fromOtherTab = (event: StorageEvent) => {
    if (event.key !== THEME_KEY && event.key !== null) return;
    apply(read());
    listener();
  };
  window.addEventListener(CHANGED, listener);
  window.addEventListener('storage', fromOtherTab);
  return () => {
    window.removeEventListener(CHANGED, listener);
    window.removeEventListener('storage', fromOtherTab);
  };
}

function choose(choice: ThemeChoice): void {
  try {
    localStorage.setItem(THEME_KEY, choice);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  apply(choice);
  window.dispatchEvent(new Event(CHANGED));
}

/** The theme this browser's person chose, and how to choose another. On the server it is `system`. */
export function useTheme(): [ThemeChoice, (choice: ThemeChoice) => void] {
  return [useSyncExternalStore(subscribe, read, () => 'system' as const), choose];
}

const DARK = '(prefers-color-scheme: dark)';

function subscribeToDevice(listener: () => void): () => void {
  const query = window.matchMedia(DARK);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** The theme that is shown, for parts that paint themselves, such as an editor. On the server it is `light`. */
export function useShownTheme(): 'light' | 'dark' {
  const [choice] = useTheme();
  const deviceIsDark = useSyncExternalStore(
    subscribeToDevice,
    () => window.matchMedia(DARK).matches,
    () => false,
  );
  if (choice !== 'system') return choice;
  return deviceIsDark ? 'dark' : 'light';
}
