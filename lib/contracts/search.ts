/** Places that match what was typed, for the command palette. */
export interface SearchResultGroup {
  label: string;
  items: { label: string; hint?: string; href: string }[];
}
